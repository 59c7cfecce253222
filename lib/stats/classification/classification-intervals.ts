import { statisticsOfCounts } from "../bootstrap/additive-statistics.ts";
import {
  type BootstrapSettings,
  type BootstrapStatistic,
  bootstrapStatistics,
} from "../bootstrap/bootstrap-statistic.ts";
import { type ClassificationScores, classificationScores } from "./classification-scores.ts";
import type { ClassPair } from "./confusion.ts";

const METRICS = {
  accuracy: (scores: ClassificationScores) => scores.accuracy,
  macroPrecision: (scores: ClassificationScores) => scores.precision.macro,
  weightedPrecision: (scores: ClassificationScores) => scores.precision.weighted,
  macroRecall: (scores: ClassificationScores) => scores.recall.macro,
  macroF1: (scores: ClassificationScores) => scores.f1.macro,
  weightedF1: (scores: ClassificationScores) => scores.f1.weighted,
  matthews: (scores: ClassificationScores) => scores.matthews,
  kappa: (scores: ClassificationScores) => scores.kappa,
} as const;

/** Micro means are the accuracy, and weighted recall is it too. */
export type ClassificationMetric = keyof typeof METRICS;

/**
 * Bootstrap intervals by case, or by cluster, of the scores of a classification, all from the same resamples. A metric is null where
 * it does not exist, and all are with fewer than two cases or clusters.
 *
 * Source: Efron & Tibshirani 1993; see `bootstrapStatistic` and `classificationScores`.
 * @throws RangeError when there are more or fewer cluster names than pairs, or a setting is out of range.
 */
export function classificationIntervals(
  pairs: readonly ClassPair[],
  settings: Omit<BootstrapSettings, "rows"> = {},
): Map<ClassificationMetric, BootstrapStatistic | null> {
  const labels = [...new Set(pairs.flatMap(({ expected, actual }) => [expected, actual]))];
  const positions = new Map(labels.map((label, position) => [label, position]));
  const at = (label: string) => positions.get(label) ?? 0;
  const cells = Uint32Array.from(pairs, ({ expected, actual }) => at(expected) * labels.length + at(actual));
  const metrics = Object.values(METRICS);
  const statistics = statisticsOfCounts(cells, labels.length ** 2, (counts) => {
    const scores = classificationScores(counts, labels.length);
    return metrics.map((metric) => scores && metric(scores));
  });
  const intervals = bootstrapStatistics({ ...settings, rows: pairs.length }, statistics);
  // Object.keys of a constant object are exactly its keys.
  const names = Object.keys(METRICS) as ClassificationMetric[];
  return new Map(names.map((name, index) => [name, intervals[index] ?? null]));
}
