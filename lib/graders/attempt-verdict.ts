import type { Direction } from "./grader-kind.ts";
import type { VerdictRule } from "./verdict/verdict-rule.ts";

/** How a grader counts. One of weight 0 is recorded and does not count. */
export type CountedGrader = { weight: number; critical: boolean; direction: Direction };

/** A grade that is not scored, or has no score or no decision, could not judge. */
export type CountedGrade = { status: "scored" | "unscored"; score: number | null; passed: boolean | null };

export type AttemptVerdict = "passed" | "failed" | "unscored";

/** Smaller than any difference that a threshold is meant to tell apart; larger than the noise of adding binary fractions. */
const ROUNDING = 1e-9;

type Counted = { weight: number; critical: boolean; passed: boolean | null; goodness: number | null };

/**
 * The verdict on one attempt; `grades[i]` is the grade of `graders[i]`. Whatever the rule, a critical grader that failed fails the
 * attempt, and nothing passes while a critical grader could not judge, or no grader counts.
 *
 * - `all`: a grader that failed fails the attempt; else one that could not judge leaves it unscored.
 * - `any`: the critical graders and at least one of the others must pass; while none of them has, one that could not judge leaves it
 *   unscored.
 * - `weighted`: the weighted mean of the scores, where a score of which lower is better counts as 1 - score, must reach the threshold.
 *   With a score missing the attempt is unscored, or failed if even a perfect score would not be enough.
 */
export function attemptVerdict(
  grades: readonly CountedGrade[],
  graders: readonly CountedGrader[],
  rule: VerdictRule,
): AttemptVerdict {
  const counting = countingGrades(grades, graders);
  if (counting.length === 0) return "unscored";
  const critical = all(counting.filter((grade) => grade.critical));
  if (critical === "failed") return "failed";
  return worse(critical, byRule(counting, rule));
}

function byRule(counting: readonly Counted[], rule: VerdictRule): AttemptVerdict {
  switch (rule.kind) {
    case "all":
      return all(counting);
    case "any":
      return any(counting.filter((grade) => !grade.critical));
    case "weighted":
      return weighted(counting, rule.threshold);
  }
}

function countingGrades(grades: readonly CountedGrade[], graders: readonly CountedGrader[]): Counted[] {
  const counting: Counted[] = [];
  grades.forEach(({ status, score, passed }, index) => {
    const grader = graders[index];
    if (grader === undefined || !(grader.weight > 0)) return;
    const { weight, critical, direction } = grader;
    const isScored = status === "scored" && score !== null && passed !== null;
    const goodness = isScored ? (direction === "lower" ? 1 - score : score) : null;
    counting.push({ weight, critical, passed: isScored ? passed : null, goodness });
  });
  return counting;
}

function all(grades: readonly Counted[]): AttemptVerdict {
  if (grades.some(({ passed }) => passed === false)) return "failed";
  return grades.every(({ passed }) => passed === true) ? "passed" : "unscored";
}

/** Where every grader that counts is critical, there is nothing left to choose from. */
function any(grades: readonly Counted[]): AttemptVerdict {
  if (grades.length === 0 || grades.some(({ passed }) => passed === true)) return "passed";
  return grades.every(({ passed }) => passed === false) ? "failed" : "unscored";
}

function weighted(grades: readonly Counted[], threshold: number): AttemptVerdict {
  const mean = (missing: number) =>
    grades.reduce((sum, { weight, goodness }) => sum + weight * (goodness ?? missing), 0) /
    grades.reduce((sum, { weight }) => sum + weight, 0);
  if (mean(1) < threshold - ROUNDING) return "failed";
  return grades.every(({ goodness }) => goodness !== null) ? "passed" : "unscored";
}

function worse(one: AttemptVerdict, other: AttemptVerdict): AttemptVerdict {
  if (one === "failed" || other === "failed") return "failed";
  return one === "unscored" ? one : other;
}
