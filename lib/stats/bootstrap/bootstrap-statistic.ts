import { requireCount } from "../guards/require-count.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { seededRandom } from "../random/seeded-random.ts";
import { clusterRows, rowCollector } from "./cluster-rows.ts";
import { type ReplicateInterval, replicateInterval } from "./replicate-interval.ts";

/**
 * A statistic of the given rows, which may hold a row several times and are overwritten after the call; null where it does not exist
 * for them.
 */
export type RowStatistic = (rows: Uint32Array) => number | null;

export type BootstrapSettings = {
  /** Number of rows (cases). */
  rows: number;
  /** `clusters[i]` names the cluster of row i; clusters are then drawn whole. */
  clusters?: readonly string[];
  confidence?: number;
  /** Default: as many as `affordableResamples` allows. */
  resamples?: number;
  seed?: number;
};

export type BootstrapStatistic = ReplicateInterval & {
  estimate: number;
  /** Number of rows, or of clusters when they are given. */
  units: number;
  resamples: number;
  /** Resamples for which the statistic did not exist; they are left out. */
  undefinedResamples: number;
  seed: number;
};

// Where more than one resample in twenty has no value, the others no longer describe the statistic.
const LARGEST_UNDEFINED_SHARE = 0.05;
// Leave-one-out values of so many blocks give the acceleration with a standard error of about √(6/200) / (6√200) = 0.002.
const LARGEST_JACKKNIFE = 200;

/**
 * Bootstrap interval of any statistic of rows: rows, or whole clusters, are drawn with replacement, and the statistic is formed of
 * those drawn. With several attempts per case, a case is a row or a cluster. The result repeats for a seed. Null with fewer than two
 * units, or where the statistic does not exist for the rows themselves or for too many resamples.
 *
 * Source: Efron & Tibshirani 1993; BCa after Efron 1987, JASA 82:171, with a delete-a-block jackknife above 200 units.
 * @throws RangeError when there are more or fewer cluster names than rows, or a setting is out of range.
 */
export function bootstrapStatistic(
  settings: BootstrapSettings,
  statistic: RowStatistic,
): BootstrapStatistic | null {
  return bootstrapStatistics(settings, (rows) => [statistic(rows)])[0] ?? null;
}

/** The same for several statistics of the same resamples, in their order; so their intervals can be compared. */
export function bootstrapStatistics(
  { rows, clusters, confidence = 0.95, resamples = affordableResamples(rows), seed = 1 }: BootstrapSettings,
  statistics: (rows: Uint32Array) => readonly (number | null)[],
): (BootstrapStatistic | null)[] {
  requireCount(rows, "rows");
  requireOpenUnit(confidence, "confidence");
  requireCount(resamples, "resamples", 1);
  const layout = clusterRows(rows, clusters);
  const units = layout.starts.length - 1;
  const collect = rowCollector(layout);
  const valuesOf = (drawn: Uint32Array) => statistics(collect(drawn)).map(finiteOrNull);
  const estimates = valuesOf(Uint32Array.from({ length: units }, (_, unit) => unit));
  if (units < 2) return estimates.map(() => null);
  const replicates = estimates.map(() => new Float64Array(resamples));
  const defined = estimates.map(() => 0);
  const random = seededRandom(seed);
  const drawn = new Uint32Array(units);
  for (let resample = 0; resample < resamples; resample += 1) {
    random.fillBelow(drawn, units);
    valuesOf(drawn).forEach((value, which) => {
      const list = replicates[which];
      if (value === null || !list) return;
      const position = defined[which] ?? 0;
      list[position] = value;
      defined[which] = position + 1;
    });
  }
  const leaveOneOut = jackknife(units, valuesOf);
  return estimates.map((estimate, which) => {
    const found = defined[which] ?? 0;
    const missing = resamples - found;
    if (estimate === null || missing > LARGEST_UNDEFINED_SHARE * resamples) return null;
    const left = leaveOneOut.map((values) => values[which] ?? null);
    const interval = replicateInterval({
      estimate,
      replicates: (replicates[which] ?? drawnNothing).subarray(0, found),
      // One value missing and the skewness is unknown: equal values then say that there is no BCa interval.
      leaveOneOut: left.every((value) => value !== null) ? left : [],
      confidence,
    });
    return { estimate, ...interval, units, resamples, undefinedResamples: missing, seed };
  });
}

const drawnNothing = new Float64Array(0);

/**
 * How many resamples of `rows` rows take about one second, between 500 and 10,000: 100 million numbers read, `numbersPerRow` of them
 * for each row drawn (1 for counts, the width of the table for sums). A 95 % limit from 1,000 resamples moves by about a twentieth of
 * the interval's width from seed to seed.
 */
export function affordableResamples(rows: number, numbersPerRow = 1): number {
  return Math.min(10_000, Math.max(500, Math.floor(1e8 / Math.max(1, rows * numbersPerRow))));
}

function finiteOrNull(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

/** Values without each unit, or without each of 200 blocks of units that lie apart. */
function jackknife<Values>(units: number, valuesOf: (kept: Uint32Array) => Values): Values[] {
  const blocks = Math.min(units, LARGEST_JACKKNIFE);
  const all = Uint32Array.from({ length: units }, (_, unit) => unit);
  return Array.from({ length: blocks }, (_, block) =>
    valuesOf(all.filter((unit) => unit % blocks !== block)),
  );
}
