import { mean } from "#lib/stats/mean.ts";
import { ewmaChart } from "#lib/stats/trend/ewma-chart.ts";
import { movingRangeDeviation } from "#lib/stats/trend/moving-range.ts";
import { laneyChart } from "#lib/stats/trend/p-chart.ts";
import type { KnownPoint } from "./analyse-line.ts";

export type ControlLimits = {
  centre: number;
  /** Per run, in their order; those of shares are held within 0..1. */
  byRun: { number: number; lower: number; upper: number; average: number | null }[];
  /** Runs outside: with their value, or with the moving average where there is one. */
  outside: { number: number; side: "below" | "above" }[];
  /** How much more neighbouring runs vary than independent samples of cases would; null where that has no meaning. */
  spread: number | null;
};

/** Limits of shares by Laney's p'-chart; of other figures those of a moving average. Null where neighbours never vary. */
export function controlLimits(
  points: readonly KnownPoint[],
  { rates }: { rates: boolean },
): ControlLimits | null {
  return rates ? limitsOfRates(points) : limitsOfAverage(points);
}

function limitsOfRates(points: readonly KnownPoint[]): ControlLimits | null {
  const chart = laneyChart(points.map(({ y, n }) => ({ rate: y, total: n })));
  if (chart === null || chart.spread === 0) return null;
  return {
    centre: chart.centre,
    byRun: points.map(({ number }, index) => ({
      number,
      lower: Math.max(0, chart.limits[index]?.lower ?? 0),
      upper: Math.min(1, chart.limits[index]?.upper ?? 1),
      average: null,
    })),
    outside: chart.outside.flatMap((index) => {
      const point = points[index];
      return point ? [{ number: point.number, side: sideOf(point.y, chart.centre) }] : [];
    }),
    spread: chart.spread,
  };
}

function limitsOfAverage(points: readonly KnownPoint[]): ControlLimits | null {
  const values = points.map((point) => point.y);
  const deviation = movingRangeDeviation(values);
  const target = mean(values);
  if (!deviation || target === null) return null;
  const chart = ewmaChart(values, { target, deviation });
  return {
    centre: target,
    byRun: points.map(({ number }, index) => {
      const { average = target, halfWidth = 0 } = chart[index] ?? {};
      return { number, lower: target - halfWidth, upper: target + halfWidth, average };
    }),
    outside: points.flatMap(({ number }, index) => {
      const { average = target, signal = false } = chart[index] ?? {};
      return signal ? [{ number, side: sideOf(average, target) }] : [];
    }),
    spread: null,
  };
}

const sideOf = (value: number, centre: number) => (value < centre ? "below" : "above");
