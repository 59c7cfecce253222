import { requireCount } from "../guards/require-count.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { drawBinomial } from "../random/draw-binomial.ts";
import { type SeededRandom, seededRandom } from "../random/seeded-random.ts";
import type { BootstrapStatistic } from "./bootstrap-statistic.ts";
import { replicateInterval } from "./replicate-interval.ts";

/** So many independent units (cases, or clusters of them), in each of which each cell occurs so often. */
export type UnitProfile = { units: number; cells: readonly (readonly [cell: number, count: number])[] };

export type ProfileSettings = {
  profiles: readonly UnitProfile[];
  /** Cells are numbered from 0 up to, but without, this. */
  cells: number;
  confidence?: number;
  /** Default: as many as take some tenths of a second, 500 to 2,000. */
  resamples?: number;
  seed?: number;
};

// Where more than one resample in twenty has no value, the others no longer describe the statistic.
const LARGEST_UNDEFINED_SHARE = 0.05;
const WORK = 5e7;

/**
 * Percentile bootstrap intervals of statistics of counts, where units that count alike are held once with their number: drawing units
 * with replacement is drawing how often each profile comes from a multinomial distribution, so that 100,000 cases of a confusion table
 * cost as much as its cells. `of` gets the counts by cell, which are overwritten after the call. Null where a statistic does not exist
 * for the counts themselves or for too many resamples; all are with fewer than two units. The result repeats for a seed.
 *
 * Source: Efron & Tibshirani 1993.
 * @throws RangeError when a number of units is no count or a setting is out of range.
 */
export function bootstrapProfiles(
  { profiles, cells, confidence = 0.95, resamples, seed = 1 }: ProfileSettings,
  of: (counts: Float64Array) => readonly (number | null)[],
): (BootstrapStatistic | null)[] {
  requireOpenUnit(confidence, "confidence");
  profiles.forEach(({ units }, index) => {
    requireCount(units, `profiles[${index}].units`);
  });
  const units = profiles.reduce((sum, profile) => sum + profile.units, 0);
  const addUp = adder(profiles, cells);
  const estimates = of(addUp(Uint32Array.from(profiles, (profile) => profile.units))).map(finiteOrNull);
  if (units < 2) return estimates.map(() => null);
  const draw = profileDraw(profiles, units, seededRandom(seed));
  const size = resamples ?? affordable(profiles, draw.cost + cells);
  requireCount(size, "resamples", 1);
  const replicates = estimates.map((): number[] => []);
  for (let resample = 0; resample < size; resample += 1) {
    of(addUp(draw.next())).forEach((value, which) => {
      if (value !== null && Number.isFinite(value)) replicates[which]?.push(value);
    });
  }
  return estimates.map((estimate, which) => {
    const found = Float64Array.from(replicates[which] ?? []);
    const undefinedResamples = size - found.length;
    if (estimate === null || undefinedResamples > LARGEST_UNDEFINED_SHARE * size) return null;
    const interval = replicateInterval({ estimate, replicates: found, leaveOneOut: [], confidence });
    return { estimate, ...interval, units, resamples: size, undefinedResamples, seed };
  });
}

/** Adds up the cells of profiles that come so many times; what it returns is overwritten by the next call. */
function adder(profiles: readonly UnitProfile[], cells: number): (times: Uint32Array) => Float64Array {
  const starts = new Uint32Array(profiles.length + 1);
  profiles.forEach((profile, index) => {
    starts[index + 1] = (starts[index] ?? 0) + profile.cells.length;
  });
  const entries = profiles.flatMap((profile) => profile.cells);
  const cellOf = Uint32Array.from(entries, ([cell]) => cell);
  const countOf = Float64Array.from(entries, ([, count]) => count);
  const sums = new Float64Array(cells);
  return (times) => {
    sums.fill(0);
    for (let index = 0; index < times.length; index += 1) {
      const drawn = times[index] ?? 0;
      if (drawn === 0) continue;
      const end = starts[index + 1] ?? 0;
      for (let entry = starts[index] ?? 0; entry < end; entry += 1) {
        const cell = cellOf[entry] ?? 0;
        sums[cell] = (sums[cell] ?? 0) + drawn * (countOf[entry] ?? 0);
      }
    }
    return sums;
  };
}

/** How often each profile comes when all units are drawn anew; overwritten by the next draw. */
function profileDraw(profiles: readonly UnitProfile[], units: number, random: SeededRandom) {
  const times = new Uint32Array(profiles.length);
  // One binomial draw takes as long as drawing about twenty units.
  if (units > 20 * profiles.length) {
    const next = () => {
      let left = units;
      let below = units;
      profiles.forEach((profile, index) => {
        const drawn = below === 0 ? 0 : drawBinomial(random, left, Math.min(1, profile.units / below));
        times[index] = drawn;
        left -= drawn;
        below -= profile.units;
      });
      return times;
    };
    return { next, cost: 20 * profiles.length };
  }
  const profileOf = Uint32Array.from(profiles.flatMap(({ units: alike }, index) => Array(alike).fill(index)));
  const drawn = new Uint32Array(units);
  const next = () => {
    random.fillBelow(drawn, units);
    times.fill(0);
    for (let index = 0; index < drawn.length; index += 1) {
      const profile = profileOf[drawn[index] ?? 0] ?? 0;
      times[profile] = (times[profile] ?? 0) + 1;
    }
    return times;
  };
  return { next, cost: units };
}

function affordable(profiles: readonly UnitProfile[], costOfDraw: number): number {
  const entries = profiles.reduce((sum, profile) => sum + profile.cells.length, 0);
  return Math.min(2_000, Math.max(500, Math.floor(WORK / (costOfDraw + 2 * entries))));
}

function finiteOrNull(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
