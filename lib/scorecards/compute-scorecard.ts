import { rate } from "./rate.ts";
import { readClassification } from "./read-classification.ts";
import { readErrors } from "./read-errors.ts";
import { readGraderScores } from "./read-grader-scores.ts";
import { readSlices } from "./read-slices.ts";
import { readLatencyHistogram, readTotals } from "./read-totals.ts";
import type { RunScope } from "./run-scope.ts";
import type { Scorecard } from "./scorecard.ts";

/** Computes the aggregates of a run from its stored attempts and grades, in SQL: no attempt travels to this process. */
export async function computeScorecard(scope: RunScope, planned: number): Promise<Scorecard> {
  const [totals, graders, slices, classification, errors] = await Promise.all([
    readTotals(scope),
    readGraderScores(scope),
    readSlices(scope),
    readClassification(scope),
    readErrors(scope),
  ]);
  const { counts, latencyRange, ...measures } = totals;
  const attempted = counts.passed + counts.failed + counts.unscored + counts.errored;
  return {
    ...measures,
    counts: { planned, ...counts, missing: planned - attempted },
    passRate: rate(counts.passed, counts.passed + counts.failed),
    latencyHistogram: await readLatencyHistogram(scope, latencyRange),
    graders,
    slices,
    classification,
    errors,
  };
}
