import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { attemptVerdict, type CountedGrade, type CountedGrader } from "#lib/graders/attempt-verdict.ts";
import { type Graded, openGrader } from "#lib/graders/open-grader.ts";
import { noServices } from "#lib/graders/services/no-services.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type ChangedGrader, loadPreviewSubject, type PreviewSubject } from "./changed-graders.ts";
import {
  addCounts,
  type Flip,
  type FlipCounts,
  flipKind,
  type GradeVerdict,
  gradeVerdict,
  noFlips,
} from "./flip.ts";
import { graderChangeSchema } from "./grader-change.ts";
import { type AnswerPlace, type GradedAnswer, readGradedAnswers } from "./read-graded-answers.ts";

const BATCH = 500;
/** Of each grader and kind, in one batch: what a page can list. */
const MAX_FLIPS = 50;
/** How long grading may hold the event loop before other requests have their turn. */
const SLICE_MS = 10;

export const previewFlipsInput = z.object({
  runId: idSchema,
  change: graderChangeSchema,
  /** Where the batch before ended; null begins. */
  after: z.object({ caseId: idSchema, repetition: z.int().min(1).max(32_767) }).nullable(),
});
export type PreviewFlipsInput = z.input<typeof previewFlipsInput>;

export type FlipBatch = {
  /** Answers that were looked at. */
  looked: number;
  /** Null when there are no more. */
  next: AnswerPlace | null;
  graders: { graderId: string; counts: FlipCounts }[];
  /** How the verdicts of whole attempts change; graders that are not inline count as they stand. */
  attempts: FlipCounts;
  flips: Flip[];
};

/** What the inline graders of a change would say of the next 500 stored answers of a finished run. Stores nothing. */
export async function previewFlips(ctx: Context, input: PreviewFlipsInput): Promise<FlipBatch> {
  const { runId, change, after } = parseInput(previewFlipsInput, input);
  const subject = await loadPreviewSubject(ctx, runId, change);
  const inline = subject.changed.flatMap((changed) => {
    const grader = openGrader(changed.rule, noServices);
    return grader.execution === "inline" ? [{ changed, grade: grader.grade }] : [];
  });
  const answers = await readGradedAnswers(ctx, { runId, after, limit: BATCH });
  const tally = createTally(subject);
  let since = performance.now();
  for (const answer of answers) {
    tally.add(
      answer,
      inline.map(({ changed, grade }) => ({ changed, graded: grade(answer.input) })),
    );
    if (performance.now() - since < SLICE_MS) continue;
    await setImmediate();
    since = performance.now();
  }
  const last = answers.at(-1);
  const next = last === undefined ? null : { caseId: last.caseId, repetition: last.repetition };
  return { looked: answers.length, next, ...tally.result() };
}

export type NewGrade = { changed: ChangedGrader; graded: Graded };

/** Adds up how grades and verdicts change, and keeps the first cases of each kind. */
export function createTally(subject: PreviewSubject) {
  const { changed } = subject;
  const counts = new Map(changed.map(({ graderId }) => [graderId, noFlips]));
  const flips: Flip[] = [];
  let attempts = noFlips;

  function addGrade(answer: GradedAnswer, before: GradeVerdict, { changed: grader, graded }: NewGrade): void {
    const { graderId } = grader;
    const after = gradeVerdict(graded);
    const kind = flipKind(before, after);
    const known = counts.get(graderId) ?? noFlips;
    counts.set(graderId, plusOne(known, kind));
    if (kind === "same" || known[kind] >= MAX_FLIPS) return;
    const { key, caseId, repetition } = answer;
    flips.push({
      key,
      caseId,
      repetition,
      graderId,
      kind,
      before,
      after,
      reason: graded.reason.slice(0, 300),
    });
  }

  return {
    add(answer: GradedAnswer, grades: readonly NewGrade[]): void {
      for (const grade of grades) {
        const stored = answer.grades.find(
          ({ graderVersionId }) => graderVersionId === grade.changed.versionId,
        );
        // An answer that this grader has not graded has no verdict that could change.
        if (stored !== undefined) addGrade(answer, gradeVerdict(stored), grade);
      }
      const verdict = verdictAfter(answer, grades, subject);
      attempts = plusOne(attempts, flipKind(answer.verdict, verdict));
    },
    result() {
      return {
        graders: [...counts].map(([graderId, sums]) => ({ graderId, counts: sums })),
        attempts,
        flips,
      };
    },
  };
}

function plusOne(counts: FlipCounts, kind: keyof FlipCounts): FlipCounts {
  return addCounts(counts, { ...noFlips, [kind]: 1 });
}

/** The verdict with the new grades, and the stored ones of all others as they will count. */
function verdictAfter(
  answer: GradedAnswer,
  grades: readonly NewGrade[],
  { changed, staying, verdictRule }: Pick<PreviewSubject, "changed" | "staying" | "verdictRule">,
): GradeVerdict {
  const counted: [CountedGrade, CountedGrader][] = grades.map(({ changed: { rule }, graded }) => [
    graded.status === "scored" ? graded : { status: "unscored", score: null, passed: null },
    rule,
  ]);
  for (const { graderVersionId, ...grade } of answer.grades) {
    if (grades.some((one) => one.changed.versionId === graderVersionId)) continue;
    const grader =
      changed.find((one) => one.versionId === graderVersionId)?.rule ?? staying.get(graderVersionId);
    if (grader !== undefined) counted.push([grade, grader]);
  }
  return attemptVerdict(
    counted.map(([grade]) => grade),
    counted.map(([, grader]) => grader),
    verdictRule,
  );
}
