import { movingRangeDeviation } from "./moving-range.ts";
import { type RunRate, requireRunRates } from "./run-rates.ts";

export type ControlLimits = { lower: number; upper: number };

export type ControlChart = {
  /** Rate over all cases of all runs. */
  centre: number;
  /** Per run, not cut off at 0 and 1. */
  limits: ControlLimits[];
  /** Positions of runs outside their limits. */
  outside: number[];
};

/**
 * Shewhart's p-chart: centre ± 3√(p̄(1 - p̄)/nᵢ). It takes runs as independent samples of cases; runs of one suite share their
 * cases, so `laneyChart` is the better default. Null without runs.
 *
 * Source: Shewhart 1931, Economic Control of Quality of Manufactured Product.
 * @throws RangeError unless every rate lies in 0..1 and every total is at least 1.
 */
export function pChart(runs: readonly RunRate[]): ControlChart | null {
  return scaledChart(runs, () => 1);
}

export type LaneyChart = ControlChart & {
  /** How much more runs vary from one to the next than independent samples would; 1 is the plain chart. */
  spread: number;
};

/**
 * Laney's p'-chart: as the p-chart with limits scaled by how much the standardised rates really vary from run to run, their mean
 * moving range / 1.128. Null with fewer than two runs.
 *
 * Source: Laney 2002, Quality Engineering 14:531.
 * @throws RangeError unless every rate lies in 0..1 and every total is at least 1.
 */
export function laneyChart(runs: readonly RunRate[]): LaneyChart | null {
  if (runs.length < 2) return null;
  let spread = 0;
  const chart = scaledChart(runs, (standardised) => {
    spread = movingRangeDeviation(standardised) ?? 0;
    return spread;
  });
  return chart && { ...chart, spread };
}

function scaledChart(
  runs: readonly RunRate[],
  scaleOf: (standardised: readonly number[]) => number,
): ControlChart | null {
  requireRunRates(runs);
  const total = runs.reduce((sum, run) => sum + run.total, 0);
  if (total === 0) return null;
  const centre = runs.reduce((sum, run) => sum + run.rate * run.total, 0) / total;
  const errors = runs.map((run) => Math.sqrt((centre * (1 - centre)) / run.total));
  const scale = scaleOf(
    runs.map((run, index) => (errors[index] ? (run.rate - centre) / (errors[index] ?? 1) : 0)),
  );
  const limits = errors.map((error) => ({
    lower: centre - 3 * scale * error,
    upper: centre + 3 * scale * error,
  }));
  const outside = runs.flatMap(({ rate }, index) => {
    const limit = limits[index];
    return limit && (rate < limit.lower - 1e-12 || rate > limit.upper + 1e-12) ? [index] : [];
  });
  return { centre, limits, outside };
}
