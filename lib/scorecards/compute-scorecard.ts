import { costPerPass } from "./reading/rates/cost-per-pass.ts";
import { floorOf } from "./reading/rates/floor.ts";
import { rate, rateOfUnits } from "./reading/rates/rate.ts";
import { readUnits } from "./reading/rates/read-units.ts";
import { readAnswerEnds } from "./reading/read-answer-ends.ts";
import { readCalibration } from "./reading/read-calibration.ts";
import { readClassification } from "./reading/read-classification.ts";
import { readCorpusScores } from "./reading/read-corpus-scores.ts";
import { readErrors } from "./reading/read-errors.ts";
import { readGraderScores } from "./reading/read-grader-scores.ts";
import { readLatency } from "./reading/read-latency.ts";
import { readRepetitions } from "./reading/read-repetitions.ts";
import { readSlices } from "./reading/read-slices.ts";
import { readTotals } from "./reading/read-totals.ts";
import { inRunScopes, type RunScope } from "./reading/run-scope.ts";
import type { Scorecard } from "./scorecard.ts";
import { testSlices } from "./slices/test-slices.ts";

/**
 * Computes the aggregates of a run from its stored attempts and grades, in SQL: no attempt travels to this process. bench/scorecard.ts prints how long it takes.
 */
export async function computeScorecard(
  run: { workspaceId: string; runId: string },
  planned: number,
): Promise<Scorecard> {
  return await inRunScopes(run, async (first, second) => {
    const [measures, parts] = await Promise.all([readMeasures(first, planned), readParts(second)]);
    const slices = testSlices(parts.slices, measures.passRate);
    return { unit: first.unit, ...measures, ...parts, slices };
  });
}

async function readMeasures(scope: RunScope, planned: number) {
  const { unit, repetitions } = scope;
  const { counts, groups, timed, ...totals } = await readTotals(scope);
  const attempted = counts.passed + counts.failed + counts.unscored + counts.errored;
  const units = unit === "attempt" ? groups : await readUnits(scope, unit);
  const timedUnits = unit === "attempt" ? timed.n : units.reduce((sum, group) => sum + group.timed, 0);
  return {
    ...totals,
    counts: { planned, ...counts, missing: planned - attempted },
    passRate:
      unit === "attempt"
        ? rate(counts.passed, counts.passed + counts.failed)
        : rateOfUnits(
            units.map((group) => [group.scored, group.passed, group.units]),
            unit,
          ),
    floor: floorOf(units, { unit, planned, repetitions }),
    costPerPass: costPerPass(units, unit, totals.cost),
    repetitions: await readRepetitions(scope, units),
    ...(await readLatency(scope, timed, timedUnits)),
    ...(await readAnswerEnds(scope, timed)),
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
  };
}
