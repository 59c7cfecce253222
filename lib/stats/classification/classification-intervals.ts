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

export type ClassificationIntervals = Map<ClassificationMetric, BootstrapStatistic | null>;

type Resampling = Omit<BootstrapSettings, "rows">;

/**
 * Bootstrap intervals by case, or by cluster, of the scores of a classification, all from the same resamples. A metric is null where
 * it does not exist, and all are with fewer than two cases or clusters. Precision and recall of one label are plain rates: give them
 * a Wilson interval.
 *
 * Source: Efron & Tibshirani 1993; see `bootstrapStatistic` and `classificationScores`.
 * @throws RangeError when there are more or fewer cluster names than pairs, or a setting is out of range.
 */
export function classificationIntervals(
  pairs: readonly ClassPair[],
  resampling: Resampling = {},
): ClassificationIntervals {
  const scores = metricsOf(pairs, positionsOf(pairs));
  return byName(bootstrapStatistics({ ...resampling, rows: pairs.length }, scores));
}

/**
 * The same for the differences of two runs, first minus second: `first[i]` and `second[i]` are answers to one case, and each resample
 * draws both. Two separate intervals would overstate the doubt.
 *
 * @throws RangeError when the lists differ in length, cluster names do not match, or a setting is out of range.
 */
export function classificationDifferences(
  first: readonly ClassPair[],
  second: readonly ClassPair[],
  resampling: Resampling = {},
): ClassificationIntervals {
  if (first.length !== second.length) {
    throw new RangeError(`The first run has ${first.length} answers and the second ${second.length}.`);
  }
  const positions = positionsOf([...first, ...second]);
  const ofFirst = metricsOf(first, positions);
  const ofSecond = metricsOf(second, positions);
  const differences = (rows: Uint32Array) => {
    const others = ofSecond(rows);
    return ofFirst(rows).map((score, index) => {
      const other = others[index] ?? null;
      return score === null || other === null ? null : score - other;
    });
  };
  return byName(bootstrapStatistics({ ...resampling, rows: first.length }, differences));
}

function positionsOf(pairs: readonly ClassPair[]): Map<string, number> {
  const labels = new Set(pairs.flatMap(({ expected, actual }) => [expected, actual]));
  return new Map([...labels].map((label, position) => [label, position]));
}

function metricsOf(
  pairs: readonly ClassPair[],
  positions: ReadonlyMap<string, number>,
): (rows: Uint32Array) => (number | null)[] {
  const labels = positions.size;
  const at = (label: string) => positions.get(label) ?? 0;
  const cells = Uint32Array.from(pairs, ({ expected, actual }) => at(expected) * labels + at(actual));
  const metrics = Object.values(METRICS);
  return statisticsOfCounts(cells, labels ** 2, (counts) => {
    const scores = classificationScores(counts, labels);
    return metrics.map((metric) => scores && metric(scores));
  });
}

function byName(intervals: readonly (BootstrapStatistic | null)[]): ClassificationIntervals {
  // Object.keys of a constant object are exactly its keys.
  const names = Object.keys(METRICS) as ClassificationMetric[];
  return new Map(names.map((name, index) => [name, intervals[index] ?? null]));
}
