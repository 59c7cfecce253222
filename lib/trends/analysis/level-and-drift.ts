import { holm } from "#lib/stats/multiplicity/holm.ts";
import { quantile } from "#lib/stats/quantile.ts";
import { changePoint } from "#lib/stats/trend/change-point.ts";
import { mannKendall } from "#lib/stats/trend/mann-kendall.ts";
import { pettitt } from "#lib/stats/trend/pettitt.ts";
import { theilSen } from "#lib/stats/trend/theil-sen.ts";
import type { KnownPoint } from "./analyse-line.ts";

export type Change = {
  /** The most likely change of level: the last run before it and the first after it, and the level on both sides. */
  level: {
    lastBefore: number;
    firstAfter: number;
    runsBefore: number;
    runsAfter: number;
    /** Rates over all attempts of those runs, or medians. */
    before: number;
    after: number;
    /** Random orders that its p-value was found with; null where it has a formula. */
    resamples: number | null;
  };
  drift: { perRun: number };
  /** Adjusted by Holm's method for asking both. */
  pValues: { level: number; drift: number };
};

const resamples = 999;

/** Whether the level changed once, and whether values rise or fall steadily. Null with fewer than three runs. */
export function levelAndDrift(points: readonly KnownPoint[], { rates }: { rates: boolean }): Change | null {
  const values = points.map((point) => point.y);
  const step = rates ? stepOfRates(points) : stepOfValues(values);
  const trend = mannKendall(values);
  const line = theilSen(values);
  if (step === null || trend === null || line === null) return null;
  const [level = 1, drift = 1] = holm([step.pValue, trend.pValue]);
  const { splitAfter, before, after } = step;
  return {
    level: {
      lastBefore: points[splitAfter - 1]?.number ?? 0,
      firstAfter: points[splitAfter]?.number ?? 0,
      runsBefore: splitAfter,
      runsAfter: points.length - splitAfter,
      before,
      after,
      resamples: rates ? resamples : null,
    },
    drift: { perRun: line.slope },
    pValues: { level, drift },
  };
}

type Step = { splitAfter: number; before: number; after: number; pValue: number };

function stepOfRates(points: readonly KnownPoint[]): Step | null {
  const counts = points.map(({ count, n }) => ({ passes: count ?? 0, total: n }));
  return changePoint(counts, { resamples });
}

function stepOfValues(values: readonly number[]): Step | null {
  const found = pettitt(values);
  if (found === null) return null;
  const { splitAfter, pValue } = found;
  const before = quantile(values.slice(0, splitAfter), 0.5);
  const after = quantile(values.slice(splitAfter), 0.5);
  return before === null || after === null ? null : { splitAfter, before, after, pValue };
}
