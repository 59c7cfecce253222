import { bootstrapProfiles, type UnitProfile } from "#lib/stats/bootstrap/bootstrap-profiles.ts";
import {
  type ClassificationScores,
  classificationScores,
} from "#lib/stats/classification/classification-scores.ts";
import { type Classification, type LabelMetric, labelMetrics } from "../scorecard.ts";
import type { RunUnit } from "./run-scope.ts";

const scoreOf: Readonly<Record<LabelMetric, (scores: ClassificationScores) => number | null>> = {
  accuracy: ({ accuracy }) => accuracy,
  macroPrecision: ({ precision }) => precision.macro,
  macroRecall: ({ recall }) => recall.macro,
  macroF1: ({ f1 }) => f1.macro,
  weightedF1: ({ f1 }) => f1.weighted,
  matthews: ({ matthews }) => matthews,
  kappa: ({ kappa }) => kappa,
};

/**
 * Scores of a whole confusion table with percentile bootstrap intervals. Cell `i * labels + j` counts what was expected as label i and
 * answered as label j; the profiles are the independent units of the run.
 */
export function describeLabelMetrics(
  labels: number,
  profiles: readonly UnitProfile[],
  unit: RunUnit,
): Pick<Classification, "metrics" | "resampling"> {
  const table = new Float64Array(labels * labels);
  for (const { units, cells } of profiles) {
    for (const [cell, count] of cells) table[cell] = (table[cell] ?? 0) + units * count;
  }
  const valuesOf = (counts: Float64Array) => {
    const scores = classificationScores(counts, labels);
    return labelMetrics.map((metric) => scores && scoreOf[metric](scores));
  };
  const intervals = bootstrapProfiles({ profiles, cells: table.length }, valuesOf);
  const values = valuesOf(table);
  const drawn = intervals.find((interval) => interval !== null);
  return {
    metrics: labelMetrics.map((metric, index) => ({
      metric,
      estimate: values[index] ?? null,
      lower: intervals[index]?.percentile.lower ?? null,
      upper: intervals[index]?.percentile.upper ?? null,
    })),
    resampling: drawn ? { unit, units: drawn.units, resamples: drawn.resamples, seed: drawn.seed } : null,
  };
}
