import { attemptVerdict, type CountedGrader } from "#lib/graders/attempt-verdict.ts";
import type { GradeInput } from "#lib/graders/grader-kind.ts";
import type { Graded, OpenedGrader } from "#lib/graders/open-grader.ts";
import { allOrStopped } from "#lib/graders/services/services-stopped.ts";
import type { VerdictRule } from "#lib/graders/verdict/verdict-rule.ts";
import type { GradedAttempt, GradeRecord } from "../storing/graded-attempt.ts";
import { createSlots } from "./slots.ts";

export type RunGrader = CountedGrader & { versionId: string; grader: OpenedGrader };

/** What judges the answers of a run, and how the grades of an answer become its verdict. */
export type Judging = { graders: readonly RunGrader[]; verdictRule: VerdictRule };

/** A stored answer that is to be judged. `kept` are grades of an earlier round that were paid for and still hold. */
export type Ungraded = {
  caseId: string;
  repetition: number;
  input: GradeInput;
  kept?: readonly GradeRecord[];
};

/** Processes of their own that graders of this worker have at the same time. */
const isolatedSlots = createSlots(16);

type AttemptKey = Pick<Ungraded, "caseId" | "repetition">;

/** Lets every grader of the run judge one stored answer, and draws the attempt's verdict from their grades. All are inline. */
export function gradeAnswer(judging: Judging, key: AttemptKey, input: GradeInput): GradedAttempt {
  return toGradedAttempt(
    judging,
    key,
    judging.graders.map((one) =>
      toRecord(one, one.grader.execution === "inline" ? one.grader.grade(input) : notInline),
    ),
  );
}

/**
 * The same where some graders ask somebody. Waits for all of them, so that nothing is under way when it ends; rejects when one was
 * stopped before it could judge, with what was paid.
 */
export async function judgeAnswer(
  judging: Judging,
  { input, kept = [], ...key }: Ungraded,
  signal: AbortSignal,
): Promise<GradedAttempt> {
  const settled = await Promise.allSettled(
    judging.graders.map(async (one) => {
      const { grader } = one;
      const known = keptGrade(one, kept);
      if (known !== undefined) return known;
      const isIsolated = grader.execution === "isolated";
      const result = isIsolated
        ? await isolatedSlots.use(() => grader.grade(input, signal))
        : await grader.grade(input, signal);
      return toRecord(one, result);
    }),
  );
  const grades = allOrStopped(settled, ({ usage, isKept }) => (isKept ? undefined : usage));
  return toGradedAttempt(judging, key, grades);
}

/** For the end of a cancelled run: inline graders judge, and nobody else is asked any more. */
export function closeAnswer(judging: Judging, { input, kept = [], ...key }: Ungraded): GradedAttempt {
  return toGradedAttempt(
    judging,
    key,
    judging.graders.map(
      (one) =>
        keptGrade(one, kept) ??
        toRecord(one, one.grader.execution === "inline" ? one.grader.grade(input) : cancelled),
    ),
  );
}

function keptGrade({ versionId }: RunGrader, kept: readonly GradeRecord[]): GradeRecord | undefined {
  return kept.find(({ graderVersionId }) => graderVersionId === versionId);
}

function toGradedAttempt(
  { graders, verdictRule }: Judging,
  key: AttemptKey,
  grades: GradeRecord[],
): GradedAttempt {
  const { caseId, repetition } = key;
  return { caseId, repetition, verdict: attemptVerdict(grades, graders, verdictRule), grades };
}

function toRecord({ versionId }: RunGrader, result: Graded): GradeRecord {
  const { status, reason, detail, usage } = result;
  const common = { graderVersionId: versionId, reason, detail, usage };
  return result.status === "scored"
    ? { ...common, status: "scored", score: result.score, passed: result.passed }
    : { ...common, status, score: null, passed: null };
}

const notInline = { status: "unscored", reason: "This grader does not run inside the worker." } as const;
const cancelled = {
  status: "unscored",
  reason: "The run was cancelled before this grader was asked. Grade the run again to judge the answer.",
} as const;
