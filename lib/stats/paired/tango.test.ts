import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noninferiority } from "./noninferiority.ts";
import { tangoInterval } from "./tango.ts";
import { tangoScore } from "./tango-score.ts";

const counts = fc
  .tuple(fc.nat(60), fc.nat(60), fc.nat(200))
  .filter(([b, c, same]) => b + c + same > 0)
  .map(([onlyFirst, onlySecond, same]) => ({ onlyFirst, onlySecond, total: onlyFirst + onlySecond + same }));

describe("tangoInterval", () => {
  it.each([
    {
      onlyFirst: 20,
      onlySecond: 60,
      total: 1000,
      confidence: 0.95,
      lower: -0.058354246,
      upper: -0.023068427,
    },
    { onlyFirst: 48, onlySecond: 41, total: 549, confidence: 0.9, lower: -0.015690649, upper: 0.04138049 },
    { onlyFirst: 7, onlySecond: 1, total: 21, confidence: 0.95, lower: 0.026003, upper: 0.517232 },
  ])("gives the published limits for $onlyFirst/$onlySecond of $total", ({ lower, upper, ...input }) => {
    const interval = tangoInterval(input);
    expect(interval.lower).toBeCloseTo(lower, 6);
    expect(interval.upper).toBeCloseTo(upper, 6);
  });

  it("contains the difference, stays within -1..1 and changes sign with the order of the runs", () => {
    fc.assert(
      fc.property(counts, ({ onlyFirst, onlySecond, total }) => {
        const interval = tangoInterval({ onlyFirst, onlySecond, total });
        const swapped = tangoInterval({ onlyFirst: onlySecond, onlySecond: onlyFirst, total });
        expect(interval.lower).toBeGreaterThanOrEqual(-1);
        expect(interval.upper).toBeLessThanOrEqual(1);
        expect(interval.lower).toBeLessThanOrEqual(interval.difference);
        expect(interval.upper).toBeGreaterThanOrEqual(interval.difference);
        expect(swapped.lower).toBeCloseTo(-interval.upper, 9);
      }),
    );
  });

  it.each([
    { onlyFirst: 50, onlySecond: 0, total: 50, upper: 1 },
    { onlyFirst: 1, onlySecond: 0, total: 1, upper: 1 },
  ])("reaches 1 where every case changed to the better", ({ upper, ...input }) => {
    const interval = tangoInterval(input);
    expect(interval.upper).toBe(upper);
    expect(interval.lower).toBeLessThan(1);
  });

  it("refuses no cases, and more differing cases than cases", () => {
    expect(() => tangoInterval({ onlyFirst: 0, onlySecond: 0, total: 0 })).toThrow(RangeError);
    expect(() => tangoInterval({ onlyFirst: 3, onlySecond: 3, total: 5 })).toThrow(RangeError);
  });
});

describe("tangoScore", () => {
  it("is a number everywhere", () => {
    fc.assert(
      fc.property(counts, fc.double({ min: -1, max: 1, noNaN: true }), (input, delta) => {
        expect(Number.isNaN(tangoScore({ ...input, delta }))).toBe(false);
      }),
    );
  });

  it("falls in delta", () => {
    // Beside the ends it grows without bound, and numbers next to each other differ by rounding alone.
    const inside = fc.double({ min: -0.999_999, max: 0.999_999, noNaN: true });
    fc.assert(
      fc.property(counts, inside, inside, (input, one, other) => {
        const low = tangoScore({ ...input, delta: Math.min(one, other) });
        const high = tangoScore({ ...input, delta: Math.max(one, other) });
        expect(low).toBeGreaterThanOrEqual(high - 1e-6 * Math.max(1, Math.abs(high)));
      }),
    );
  });
});

describe("noninferiority", () => {
  it.each([
    { onlyNew: 30, onlyOld: 31, total: 1000, margin: 0.03, outcome: "non-inferior" },
    { onlyNew: 10, onlyOld: 14, total: 200, margin: 0.05, outcome: "inconclusive" },
    { onlyNew: 0, onlyOld: 0, total: 50, margin: 0.05, outcome: "inconclusive" },
    { onlyNew: 40, onlyOld: 10, total: 200, margin: 0.05, outcome: "better" },
    { onlyNew: 5, onlyOld: 60, total: 300, margin: 0.05, outcome: "worse" },
  ])("calls $onlyNew/$onlyOld of $total within $margin $outcome", ({ outcome, ...input }) => {
    expect(noninferiority(input).outcome).toBe(outcome);
  });

  it("agrees with its own p-value", () => {
    fc.assert(
      fc.property(counts, ({ onlyFirst, onlySecond, total }) => {
        const { pValue, lower } = noninferiority({
          onlyNew: onlyFirst,
          onlyOld: onlySecond,
          total,
          margin: 0.05,
        });
        if (Math.abs(pValue - 0.05) > 1e-9) expect(pValue < 0.05).toBe(lower > -0.05);
      }),
    );
  });
});
