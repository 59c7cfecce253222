import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mcnemar } from "./mcnemar.ts";
import { mcnemarSmallestDetectable } from "./mcnemar-smallest-detectable.ts";
import { signFlipTest } from "./sign-flip.ts";

describe("mcnemar", () => {
  it("does not care which run is first, and gives probabilities", () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(2_000), (onlyFirst, onlySecond) => {
        const result = mcnemar({ onlyFirst, onlySecond });
        expect(mcnemar({ onlyFirst: onlySecond, onlySecond: onlyFirst })).toEqual(result);
        for (const pValue of [result.exact, result.midP, result.asymptotic, result.corrected]) {
          expect(pValue).toBeGreaterThanOrEqual(0);
          expect(pValue).toBeLessThanOrEqual(1);
        }
        expect(result.midP).toBeLessThanOrEqual(result.exact);
      }),
    );
  });

  it("sees nothing where no case differs", () => {
    expect(mcnemar({ onlyFirst: 0, onlySecond: 0 })).toEqual({
      exact: 1,
      midP: 1,
      asymptotic: 1,
      corrected: 1,
      chiSquared: 0,
      chiSquaredCorrected: 0,
    });
  });

  it("corrects nothing where the counts are equal", () => {
    expect(mcnemar({ onlyFirst: 4, onlySecond: 4 })).toMatchObject({ corrected: 1, exact: 1 });
  });

  it("equals the sign-flip test of the same cases", () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), (onlyFirst, onlySecond) => {
        const differences = [...Array(onlyFirst).fill(1), ...Array(onlySecond).fill(-1), 0, 0];
        expect(signFlipTest({ differences }).pValue).toBeCloseTo(
          mcnemar({ onlyFirst, onlySecond }).exact,
          12,
        );
      }),
    );
  });

  it("stays finite for a million differing cases", () => {
    expect(mcnemar({ onlyFirst: 500_000, onlySecond: 502_000 }).exact).toBeCloseTo(0.0458, 3);
    expect(mcnemar({ onlyFirst: 0, onlySecond: 1_000_000 }).exact).toBe(0);
  });

  it.each([[-1], [0.5], [Number.NaN]])("refuses a count of %d", (onlyFirst) => {
    expect(() => mcnemar({ onlyFirst, onlySecond: 1 })).toThrow(RangeError);
  });
});

describe("mcnemarSmallestDetectable", () => {
  it.each([
    { alpha: 0.05, exact: 6, midP: 5 },
    { alpha: 0.01, exact: 8, midP: 7 },
    { alpha: 0.0625, exact: 6, midP: 5 },
  ])("is $exact at alpha $alpha", ({ alpha, exact, midP }) => {
    expect(mcnemarSmallestDetectable(alpha)).toEqual({ exact, midP });
    expect(mcnemar({ onlyFirst: 0, onlySecond: exact }).exact).toBeLessThan(alpha);
    expect(mcnemar({ onlyFirst: 0, onlySecond: exact - 1 }).exact).toBeGreaterThanOrEqual(alpha);
  });
});
