import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/seeded-random.ts";
import { bootstrapMean } from "./bootstrap-mean.ts";
import { exactPairedBootstrap } from "./exact-paired-bootstrap.ts";

const VALUES = [0.1, 0.5, -0.2, 0.9, 1.4, 0, -0.7, 0.3, 0.8, 2.5, 0.4, -0.1];

describe("bootstrapMean", () => {
  it("has the exact jackknife acceleration", () => {
    expect(bootstrapMean({ values: VALUES, resamples: 10 })?.acceleration).toBeCloseTo(
      0.04987358601695171,
      12,
    );
  });

  it("repeats for a seed and differs between seeds", () => {
    const one = bootstrapMean({ values: VALUES, seed: 3 });
    expect(bootstrapMean({ values: VALUES, seed: 3 })).toEqual(one);
    expect(bootstrapMean({ values: VALUES, seed: 4 })?.standardError).not.toBe(one?.standardError);
  });

  it("draws whole clusters", () => {
    const values = [1, 1, 1, 1, 0, 0, 0, 0];
    const clusters = ["a", "a", "a", "a", "b", "b", "b", "b"];
    const clustered = bootstrapMean({ values, clusters });
    expect(clustered?.units).toBe(2);
    expect(clustered?.percentile).toEqual({ lower: 0, upper: 1 });
    expect(bootstrapMean({ values })?.standardError).toBeLessThan((clustered?.standardError ?? 0) / 1.5);
  });

  it("has no BCa interval, and no NaN, when all values are equal", () => {
    expect(bootstrapMean({ values: [0.1, 0.1, 0.1], resamples: 50 })).toMatchObject({
      bca: null,
      acceleration: null,
    });
  });

  it("gives finite ordered limits for any values", () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(values, (list) => {
        const result = bootstrapMean({ values: list, resamples: 200 });
        if (!result) throw new Error("no interval");
        for (const interval of [result.percentile, result.bca]) {
          if (!interval) continue;
          expect(Number.isFinite(interval.lower)).toBe(true);
          expect(interval.lower).toBeLessThanOrEqual(interval.upper);
        }
      }),
    );
  });

  it("needs two cases or clusters, and as many names as values", () => {
    expect(bootstrapMean({ values: [] })).toBeNull();
    expect(bootstrapMean({ values: [1] })).toBeNull();
    expect(bootstrapMean({ values: [1, 0], clusters: ["a", "a"] })).toBeNull();
    expect(() => bootstrapMean({ values: [1, 0], clusters: ["a"] })).toThrow(RangeError);
    expect(() => bootstrapMean({ values: [1, Number.NaN] })).toThrow(RangeError);
  });
});

describe("exactPairedBootstrap", () => {
  it("is what the random bootstrap comes close to", () => {
    const values = [...Array(10).fill(1), ...Array(25).fill(-1), ...Array(65).fill(0)];
    const random = bootstrapMean({ values, resamples: 20_000 });
    const exact = exactPairedBootstrap({ onlyFirst: 10, onlySecond: 25, total: 100 });
    expect(random?.percentile.lower).toBeCloseTo(exact?.percentile.lower ?? 0, 1);
    expect(random?.percentile.upper).toBeCloseTo(exact?.percentile.upper ?? 0, 1);
    expect(random?.acceleration).toBeCloseTo(exact?.acceleration ?? 0, 10);
  });

  it.each([
    { onlyFirst: 0, onlySecond: 0, total: 10, lower: 0, upper: 0 },
    { onlyFirst: 10, onlySecond: 0, total: 10, lower: 1, upper: 1 },
  ])(
    "is a point without a BCa interval for $onlyFirst/$onlySecond of $total",
    ({ lower, upper, ...input }) => {
      expect(exactPairedBootstrap(input)).toMatchObject({ percentile: { lower, upper }, bca: null });
    },
  );

  it("is null without cases and refuses impossible or very large tables", () => {
    expect(exactPairedBootstrap({ onlyFirst: 0, onlySecond: 0, total: 0 })).toBeNull();
    expect(() => exactPairedBootstrap({ onlyFirst: 2, onlySecond: 2, total: 3 })).toThrow(RangeError);
    expect(() => exactPairedBootstrap({ onlyFirst: 2, onlySecond: 2, total: 6_000 })).toThrow(RangeError);
  });
});

describe("seededRandom", () => {
  it("stays below its limit and reaches every value about equally often", () => {
    const random = seededRandom(42);
    const counts = new Array<number>(7).fill(0);
    for (let draw = 0; draw < 70_000; draw += 1) {
      const value = random.below(7);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    expect(counts).toHaveLength(7);
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it("refuses a seed or limit that is not a count", () => {
    expect(() => seededRandom(-1)).toThrow(RangeError);
    expect(() => seededRandom(1).below(0)).toThrow(RangeError);
  });
});
