import { rate } from "./reading/rate.ts";
import { readCalibration } from "./reading/read-calibration.ts";
import { readClassification } from "./reading/read-classification.ts";
import { readCorpusScores } from "./reading/read-corpus-scores.ts";
import { readErrors } from "./reading/read-errors.ts";
import { readFinishReasons } from "./reading/read-finish-reasons.ts";
import { readGraderScores } from "./reading/read-grader-scores.ts";
import { readLatency } from "./reading/read-latency.ts";
import { readPassRate } from "./reading/read-pass-rate.ts";
import { readRepetitions } from "./reading/read-repetitions.ts";
import { readSlices } from "./reading/read-slices.ts";
import { readTotals } from "./reading/read-totals.ts";
import { inRunScopes, type RunScope } from "./reading/run-scope.ts";
import type { Counts, Scorecard } from "./scorecard.ts";

/**
 * Computes the aggregates of a run from its stored attempts and grades, in SQL: no attempt travels to this process. bench/scorecard.ts prints how long it takes.
 */
export async function computeScorecard(
  run: { workspaceId: string; runId: string },
  planned: number,
): Promise<Scorecard> {
  return await inRunScopes(run, async (first, second) => {
    const [measures, parts] = await Promise.all([readMeasures(first, planned), readParts(second)]);
    return { unit: first.unit, ...measures, ...parts };
  });
}

async function readMeasures(scope: RunScope, planned: number) {
  const { counts, ...totals } = await readTotals(scope);
  const attempted = counts.passed + counts.failed + counts.unscored + counts.errored;
  return {
    ...totals,
    counts: { planned, ...counts, missing: planned - attempted },
    passRate: await readRunPassRate(scope, counts),
    repetitions: await readRepetitions(scope),
    ...(await readLatency(scope)),
    graders: await readGraderScores(scope),
    errors: await readErrors(scope),
  };
}

async function readParts(scope: RunScope) {
  return {
    slices: await readSlices(scope),
    classification: await readClassification(scope),
    corpusScores: await readCorpusScores(scope),
    calibration: await readCalibration(scope),
    finishReasons: await readFinishReasons(scope),
  };
}

async function readRunPassRate(scope: RunScope, { passed, failed }: Pick<Counts, "passed" | "failed">) {
  return scope.unit === "attempt" ? rate(passed, passed + failed) : await readPassRate(scope, scope.unit);
}
