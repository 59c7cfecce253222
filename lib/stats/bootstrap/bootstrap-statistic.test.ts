import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/seeded-random.ts";
import { statisticOfSums, statisticsOfCounts } from "./additive-statistics.ts";
import { bootstrapMean } from "./bootstrap-mean.ts";
import { affordableResamples, bootstrapStatistic, bootstrapStatistics } from "./bootstrap-statistic.ts";

const meanOf = (values: readonly number[]) => (rows: Uint32Array) =>
  rows.length === 0 ? null : rows.reduce((sum, row) => sum + (values[row] ?? 0), 0) / rows.length;

describe("bootstrapStatistic", () => {
  // Eighths: their sums are exact, so that an acceleration is not one of rounding alone.
  const eighth = fc.integer({ min: -800, max: 800 }).map((value) => value / 8);
  const values = fc.array(eighth, { minLength: 2, maxLength: 15 });

  it("is the bootstrap of the mean when the statistic is the mean, clusters included", () => {
    fc.assert(
      fc.property(values, fc.boolean(), (list, clustered) => {
        const clusters = clustered ? list.map((_, index) => String(index % 4)) : undefined;
        const settings = { clusters, resamples: 100, seed: 7 };
        const one = bootstrapStatistic({ rows: list.length, ...settings }, meanOf(list));
        const other = bootstrapMean({ values: list, ...settings });
        expect(one?.units).toBe(other?.units);
        expect(one?.percentile.lower ?? 0).toBeCloseTo(other?.percentile.lower ?? 0, 8);
        expect(one?.percentile.upper ?? 0).toBeCloseTo(other?.percentile.upper ?? 0, 8);
        expect(one?.acceleration ?? 0).toBeCloseTo(other?.acceleration ?? 0, 6);
      }),
      { numRuns: 50 },
    );
  });

  it("has the same acceleration by blocks as by single rows, nearly", () => {
    const random = seededRandom(5);
    const list = Array.from({ length: 4_000 }, () => -Math.log(1 - random.uint32() / 2 ** 32));
    const blocks = bootstrapStatistic({ rows: list.length, resamples: 20 }, meanOf(list));
    const exact = bootstrapMean({ values: list, resamples: 20 });
    expect(Math.abs((blocks?.acceleration ?? 1) - (exact?.acceleration ?? 0))).toBeLessThan(0.01);
  });

  it("forms several statistics of the same resamples", () => {
    const list = [1, 2, 3, 4, 10];
    const mean = meanOf(list);
    const settings = { rows: 5, resamples: 200 };
    const [one, twice] = bootstrapStatistics(settings, (rows) => [mean(rows), 2 * (mean(rows) ?? 0)]);
    expect(twice?.percentile.lower).toBeCloseTo(2 * (one?.percentile.lower ?? 0), 10);
    expect(one).toEqual(bootstrapStatistic(settings, mean));
  });

  it("is null where the statistic often does not exist, and counts where it seldom does not", () => {
    const has = (rows: Uint32Array, row: number) => rows.includes(row);
    expect(bootstrapStatistic({ rows: 5 }, (rows) => (has(rows, 0) ? 1 : null))).toBeNull();
    const seldom = bootstrapStatistic({ rows: 8, resamples: 2_000 }, (rows) =>
      [0, 1, 2].some((row) => has(rows, row)) ? rows.length : Number.NaN,
    );
    expect(seldom?.undefinedResamples).toBeGreaterThan(0);
    expect(seldom?.percentile).toEqual({ lower: 8, upper: 8 });
  });

  it("needs two units and one cluster name a row", () => {
    expect(bootstrapStatistic({ rows: 1 }, () => 1)).toBeNull();
    expect(bootstrapStatistic({ rows: 0 }, () => null)).toBeNull();
    expect(bootstrapStatistic({ rows: 2, clusters: ["a", "a"] }, () => 1)).toBeNull();
    expect(() => bootstrapStatistic({ rows: 2, clusters: ["a"] }, () => 1)).toThrow("2 rows but 1 cluster");
  });

  it("keeps its work bounded", () => {
    expect(affordableResamples(100)).toBe(10_000);
    expect(affordableResamples(100_000)).toBe(1_000);
    expect(affordableResamples(10_000_000)).toBe(500);
    expect(affordableResamples(2_000, 10)).toBe(5_000);
  });
});

describe("additive statistics", () => {
  it("add rows as often as they are drawn", () => {
    const sums = statisticOfSums(
      Float64Array.of(1, 10, 2, 20, 3, 30),
      2,
      ([first = 0, second = 0]) => first * 100 + second,
    );
    expect(sums(Uint32Array.of(0, 2, 2))).toBe(770);
    expect(sums(Uint32Array.of())).toBe(0);
    const counts = statisticsOfCounts(Uint32Array.of(1, 0, 1), 2, (found) => [...found]);
    expect(counts(Uint32Array.of(0, 0, 1, 2))).toEqual([1, 3]);
    expect(() => statisticOfSums(new Float64Array(3), 2, () => 0)).toThrow("rows of 2");
  });
});

describe("coverage", () => {
  // A ratio of sums, skewed: precision over clusters of unequal size, true value 0.8.
  function trial(random: ReturnType<typeof seededRandom>) {
    const sizes = Array.from({ length: 60 }, () => 1 + random.below(5));
    const clusters = sizes.flatMap((size, cluster) => Array.from({ length: size }, () => String(cluster)));
    const ease = sizes.map(() => (random.below(2) === 0 ? 0.65 : 0.95));
    const passed = clusters.map((name) => (random.uint32() / 2 ** 32 < (ease[Number(name)] ?? 0) ? 1 : 0));
    return { clusters, passed };
  }

  it("of the interval by cluster is near 95 %, and by row too small", () => {
    const random = seededRandom(12);
    const covered = { cluster: 0, bca: 0, row: 0 };
    const trials = 400;
    for (let index = 0; index < trials; index += 1) {
      const { clusters, passed } = trial(random);
      const settings = { rows: passed.length, resamples: 200, seed: index };
      const byCluster = bootstrapStatistic({ ...settings, clusters }, meanOf(passed));
      const byRow = bootstrapStatistic(settings, meanOf(passed));
      const holds = (limits?: { lower: number; upper: number } | null) =>
        limits && limits.lower <= 0.8 && 0.8 <= limits.upper ? 1 : 0;
      covered.cluster += holds(byCluster?.percentile);
      covered.bca += holds(byCluster?.bca);
      covered.row += holds(byRow?.percentile);
    }
    expect(covered.cluster / trials).toBeGreaterThan(0.92);
    expect(covered.bca / trials).toBeGreaterThan(0.92);
    expect(covered.cluster / trials).toBeLessThan(0.975);
    expect(covered.row).toBeLessThan(covered.cluster);
  });
});
