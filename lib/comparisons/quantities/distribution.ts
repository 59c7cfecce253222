import type { RunOutcomes } from "#lib/outcomes/run-outcomes.ts";
import { type MeanInterval, tInterval } from "#lib/stats/error-bars/t-interval.ts";
import { type QuantileInterval, sortedQuantileInterval } from "#lib/stats/quantiles/quantile-interval.ts";

export type MeasuredQuantity = "latencyMs" | "costMicroUsd";

export type RunDistribution = {
  /** Attempts with a known value, and those without: not measured, or of unknown cost. */
  n: number;
  unknown: number;
  p50: QuantileInterval | null;
  p95: QuantileInterval | null;
  mean: MeanInterval | null;
  /** Attempts in each of the shared bins. */
  bins: number[];
};

export type Distributions = {
  quantity: MeasuredQuantity;
  /** One more than there are bins; the first and the last bin hold what lies beyond them too. */
  edges: number[];
  isLogarithmic: boolean;
  runs: RunDistribution[];
};

const binCount = 24;
/** From this ratio of p99 to p1 on, equal steps would press most attempts into one bin. */
const wideRatio = 30;
const sortedOf: Record<MeasuredQuantity, WeakMap<RunOutcomes, Sorted>> = {
  latencyMs: new WeakMap(),
  costMicroUsd: new WeakMap(),
};

type Sorted = Omit<RunDistribution, "bins"> & { values: Float64Array };

/** How a quantity is distributed over the attempts of each run, over the same bins. */
export function distributions(quantity: MeasuredQuantity, runs: readonly RunOutcomes[]): Distributions {
  const sorted = runs.map((run) => sortedValues(quantity, run));
  const { edges, isLogarithmic } = sharedEdges(sorted.map(({ values }) => values));
  return {
    quantity,
    edges,
    isLogarithmic,
    runs: sorted.map(({ values, ...run }) => ({ ...run, bins: countInBins(values, edges) })),
  };
}

function sortedValues(quantity: MeasuredQuantity, run: RunOutcomes): Sorted {
  const known = sortedOf[quantity].get(run);
  if (known !== undefined) return known;
  const values = run[quantity].filter((value) => Number.isFinite(value)).sort();
  const found: Sorted = {
    values,
    n: values.length,
    unknown: run[quantity].length - values.length,
    p50: sortedQuantileInterval(values, 0.5),
    p95: sortedQuantileInterval(values, 0.95),
    mean: tInterval(Array.from(values)),
  };
  sortedOf[quantity].set(run, found);
  return found;
}

function sharedEdges(columns: readonly Float64Array[]): Pick<Distributions, "edges" | "isLogarithmic"> {
  const filled = columns.filter((values) => values.length > 0);
  if (filled.length === 0) return { edges: [], isLogarithmic: false };
  const low = Math.min(...filled.map((values) => at(values, 0.01)));
  const high = Math.max(...filled.map((values) => at(values, 0.99)));
  if (!(high > low)) return { edges: [low, low === 0 ? 1 : low + Math.abs(low) * 0.1], isLogarithmic: false };
  const isLogarithmic = low > 0 && high / low >= wideRatio;
  const edge = (share: number) => (isLogarithmic ? low * (high / low) ** share : low + (high - low) * share);
  return { edges: Array.from({ length: binCount + 1 }, (_, bin) => edge(bin / binCount)), isLogarithmic };
}

const at = (values: Float64Array, share: number) => values[Math.floor((values.length - 1) * share)] ?? 0;

function countInBins(values: Float64Array, edges: readonly number[]): number[] {
  const inner = edges.slice(1, -1).map((edge) => countBelow(values, edge));
  const bounds = [0, ...inner, values.length];
  return bounds.slice(1).map((upTo, bin) => upTo - (bounds[bin] ?? 0));
}

/** How many of the sorted values lie below the edge, by halving. */
function countBelow(values: Float64Array, edge: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < edge) low = middle + 1;
    else high = middle;
  }
  return low;
}
