import { clopperPearsonInterval } from "#lib/stats/intervals/clopper-pearson.ts";
import { countNoun, formatCount, type Noun } from "../count-noun.ts";
import type { Counts, GraderScores } from "../scorecard.ts";
import { percentText, upperPercentText } from "../words/percent-text.ts";

type Measured = Pick<
  GraderScores,
  "graderVersionId" | "graderId" | "name" | "critical" | "failed" | "passed" | "passRate"
>;

export type CriticalFloor = {
  graderVersionId: string;
  graderId: string;
  name: string;
  failed: number;
  /** Attempts that it judged, and planned ones that it did not. */
  judged: number;
  notJudged: number;
  /** One-sided 95 % limit: a failure rate above it is ruled out. Null where nothing was judged. */
  upper: number | null;
  sentence: string;
  method: string;
};

/**
 * What is proven of each critical grader: not only that nothing failed, but how often it may fail at most. Where attempts depend on one
 * another the limit is taken at the number of attempts that tell as much.
 */
export function criticalFloors(graders: readonly Measured[], counts: Counts, noun: Noun): CriticalFloor[] {
  return graders.filter(({ critical }) => critical).map((grader) => floorOf(grader, counts, noun));
}

function floorOf(grader: Measured, { planned }: Counts, noun: Noun): CriticalFloor {
  const { graderVersionId, graderId, name, failed, passed, passRate } = grader;
  const judged = failed + passed;
  const effective = passRate?.effectiveTotal ?? judged;
  const upper = judged === 0 ? null : limit(failed / judged, effective);
  const notJudged = Math.max(0, planned - judged);
  return {
    graderVersionId,
    graderId,
    name,
    failed,
    judged,
    notJudged,
    upper,
    sentence: [outcome(failed, judged, upper), aside(notJudged, noun)].filter(Boolean).join(" "),
    method: methodWords(failed, judged, effective),
  };
}

/** Two-sided 90 % has the upper limit of one-sided 95 %; with no failure it is 1 - 0.05^(1/n), the exact form of the rule of three. */
function limit(share: number, total: number): number | null {
  return clopperPearsonInterval({ successes: share * total, total, confidence: 0.9 })?.upper ?? null;
}

function outcome(failed: number, judged: number, upper: number | null): string {
  if (upper === null) return "It judged nothing, so nothing is proven.";
  const rate = failed === 0 ? "" : `, ${percentText(failed / judged)}`;
  return `${formatCount(failed)} of ${formatCount(judged)} failed${rate}: at most ${upperPercentText(upper)} at 95\u202f% confidence.`;
}

function aside(notJudged: number, noun: Noun): string | null {
  return notJudged === 0 ? null : `${countNoun(notJudged, noun)} it did not judge.`;
}

function methodWords(failed: number, judged: number, effective: number): string {
  const name =
    failed === 0
      ? "Exact form of the rule of three: 1 − 0.05^(1/n)"
      : "One-sided Clopper-Pearson limit of the failure rate";
  const size =
    effective < judged
      ? `, n ${formatCount(Math.max(1, Math.round(effective)))} because attempts are not all independent`
      : `, n ${formatCount(judged)}`;
  return `${name}${size}.`;
}
