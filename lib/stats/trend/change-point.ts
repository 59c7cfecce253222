import { requireCount } from "../guards/require-count.ts";
import { requireWithin } from "../guards/require-within.ts";
import { seededRandom } from "../random/seeded-random.ts";

/** One run on a time line. */
export type RunCounts = { passes: number; total: number };

export type ChangePoint = {
  /** Twice the log-likelihood ratio for a change after run 1, 2, ... */
  bySplit: number[];
  /** Number of runs before the change that fits best. */
  splitAfter: number;
  statistic: number;
  before: number;
  after: number;
  /** Share of random orders of the runs with a change at least as clear: (count + 1) / (resamples + 1). */
  pValue: number;
  resamples: number;
  seed: number;
};

/**
 * The most likely point where the pass rate of a series of runs changed, by binomial likelihood, with a permutation p-value, which
 * also holds where runs vary more than independent samples would. Null with fewer than two runs.
 *
 * Source: Hinkley & Hinkley 1970, Biometrika 57:477; p-value by permuting runs, Good 2005.
 * @throws RangeError unless 0 <= passes <= total are counts, total is at least 1, and resamples is at least 1.
 */
export function changePoint(
  runs: readonly RunCounts[],
  { resamples = 10_000, seed = 1 }: { resamples?: number; seed?: number } = {},
): ChangePoint | null {
  runs.forEach(({ passes, total }, index) => {
    requireCount(total, `runs[${index}].total`, 1);
    requireCount(passes, `runs[${index}].passes`);
    requireWithin(passes, `runs[${index}].passes`, 0, total);
  });
  requireCount(resamples, "resamples", 1);
  if (runs.length < 2) return null;
  const bySplit = ratios(runs);
  const statistic = bySplit.reduce((most, ratio) => Math.max(most, ratio), 0);
  const splitAfter = Math.max(0, bySplit.indexOf(statistic)) + 1;
  return {
    bySplit,
    splitAfter,
    statistic,
    before: rateOf(runs.slice(0, splitAfter)),
    after: rateOf(runs.slice(splitAfter)),
    pValue: permutationP(runs, statistic, resamples, seed),
    resamples,
    seed,
  };
}

function permutationP(
  runs: readonly RunCounts[],
  statistic: number,
  resamples: number,
  seed: number,
): number {
  const random = seededRandom(seed);
  const passes = Float64Array.from(runs, (run) => run.passes);
  const totals = Float64Array.from(runs, (run) => run.total);
  // Equal statistics of other orders differ by rounding.
  const bar = statistic * (1 - 1e-12) - 1e-12;
  let atLeast = 0;
  for (let resample = 0; resample < resamples; resample += 1) {
    for (let last = runs.length - 1; last > 0; last -= 1) {
      const drawn = random.below(last + 1);
      exchange(passes, last, drawn);
      exchange(totals, last, drawn);
    }
    if (reaches(passes, totals, bar)) atLeast += 1;
  }
  return (atLeast + 1) / (resamples + 1);
}

function exchange(values: Float64Array, one: number, other: number): void {
  const value = values[one] ?? 0;
  values[one] = values[other] ?? 0;
  values[other] = value;
}

/** Whether some split of the runs in this order has a ratio of at least `bar`; makes no array, as it is asked thousands of times. */
function reaches(passes: Float64Array, totals: Float64Array, bar: number): boolean {
  let [all, cases] = [0, 0];
  for (let at = 0; at < passes.length; at += 1) {
    all += passes[at] ?? 0;
    cases += totals[at] ?? 0;
  }
  const whole = logLikelihood(all, cases);
  let [passed, total] = [0, 0];
  for (let at = 0; at < passes.length - 1; at += 1) {
    passed += passes[at] ?? 0;
    total += totals[at] ?? 0;
    const split = logLikelihood(passed, total) + logLikelihood(all - passed, cases - total);
    if (2 * (split - whole) >= bar) return true;
  }
  return bar <= 0;
}

function ratios(runs: readonly RunCounts[]): number[] {
  const all = runs.reduce((sum, run) => sum + run.passes, 0);
  const cases = runs.reduce((sum, run) => sum + run.total, 0);
  const whole = logLikelihood(all, cases);
  let passes = 0;
  let total = 0;
  return runs.slice(0, -1).map((run) => {
    passes += run.passes;
    total += run.total;
    const split = logLikelihood(passes, total) + logLikelihood(all - passes, cases - total);
    return Math.max(0, 2 * (split - whole));
  });
}

function logLikelihood(passes: number, total: number): number {
  return entropyPart(passes, total) + entropyPart(total - passes, total);
}

function entropyPart(count: number, total: number): number {
  return count === 0 ? 0 : count * Math.log(count / total);
}

function rateOf(runs: readonly RunCounts[]): number {
  return runs.reduce((sum, run) => sum + run.passes, 0) / runs.reduce((sum, run) => sum + run.total, 0);
}
