import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialPmf } from "../distributions/binomial-pmf.ts";
import { wilsonInterval } from "./wilson.ts";

const rates = fc
  .tuple(fc.nat(5_000), fc.nat(5_000))
  .filter(([a, b]) => a + b > 0)
  .map(([successes, failures]) => ({ successes, total: successes + failures }));
const confidence = fc.double({ min: 0.5, max: 0.999, noNaN: true });

function coverage(total: number, rate: number): number {
  let sum = 0;
  for (let successes = 0; successes <= total; successes += 1) {
    const interval = wilsonInterval({ successes, total });
    if (interval && interval.lower <= rate && rate <= interval.upper)
      sum += binomialPmf(successes, total, rate);
  }
  return sum;
}

describe("wilsonInterval", () => {
  it("stays within 0..1 and contains the estimate", () => {
    fc.assert(
      fc.property(rates, confidence, (rate, level) => {
        const interval = wilsonInterval({ ...rate, confidence: level });
        expect(interval).not.toBeNull();
        if (!interval) return;
        expect(interval.lower).toBeGreaterThanOrEqual(0);
        expect(interval.lower).toBeLessThanOrEqual(interval.estimate);
        expect(interval.upper).toBeGreaterThanOrEqual(interval.estimate);
        expect(interval.upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("mirrors when successes and failures change places", () => {
    fc.assert(
      fc.property(rates, ({ successes, total }) => {
        const interval = wilsonInterval({ successes, total });
        const mirrored = wilsonInterval({ successes: total - successes, total });
        expect(mirrored?.lower).toBeCloseTo(1 - (interval?.upper ?? 0), 12);
        expect(mirrored?.upper).toBeCloseTo(1 - (interval?.lower ?? 0), 12);
      }),
    );
  });

  it("moves up with every success", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (total) => {
        for (let successes = 1; successes <= total; successes += 1) {
          const before = wilsonInterval({ successes: successes - 1, total });
          const after = wilsonInterval({ successes, total });
          expect(after?.lower).toBeGreaterThan(before?.lower ?? 1);
          expect(after?.upper).toBeGreaterThan(before?.upper ?? 1);
        }
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    { total: 20, rate: 0.95, covered: 0.925 },
    { total: 50, rate: 0.98, covered: 0.92 },
    { total: 100, rate: 0.5, covered: 0.943 },
  ])("covers $rate in $total cases with exact probability $covered", ({ total, rate, covered }) => {
    expect(coverage(total, rate)).toBeCloseTo(covered, 2);
  });

  it("takes fractional counts, as an effective sample size has", () => {
    expect(wilsonInterval({ successes: 0.9, total: 1.5 })?.estimate).toBeCloseTo(0.6, 12);
    expect(wilsonInterval({ successes: 0, total: Number.MIN_VALUE })).toEqual({
      estimate: 0,
      lower: 0,
      upper: 1,
    });
  });

  it("is null without cases and refuses impossible counts", () => {
    expect(wilsonInterval({ successes: 0, total: 0 })).toBeNull();
    for (const [successes, total] of [
      [3, 2],
      [-1, 2],
      [Number.NaN, 2],
      [1, Number.NaN],
      [1, Number.POSITIVE_INFINITY],
    ] as const) {
      expect(() => wilsonInterval({ successes, total })).toThrow(RangeError);
    }
    expect(() => wilsonInterval({ successes: 1, total: 2, confidence: 1 })).toThrow(RangeError);
  });
});
