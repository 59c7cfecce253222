import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fisherExact } from "./fisher-exact.ts";
import { miettinenNurminenInterval } from "./miettinen-nurminen.ts";
import { newcombeIndependentInterval } from "./newcombe-independent.ts";
import { twoProportionZ } from "./two-proportion-z.ts";
import { unpairedDifference } from "./unpaired-difference.ts";

const rate = fc
  .integer({ min: 1, max: 60 })
  .chain((total) => fc.record({ successes: fc.nat(total), total: fc.constant(total) }));

describe.each([
  ["Newcombe", newcombeIndependentInterval],
  ["Miettinen-Nurminen", miettinenNurminenInterval],
] as const)("%s interval", (_, interval) => {
  it("contains the difference, stays within -1..1 and mirrors", () => {
    fc.assert(
      fc.property(rate, rate, (first, second) => {
        const forward = interval({ first, second });
        const backward = interval({ first: second, second: first });
        if (!forward || !backward) throw new Error("no interval");
        expect(forward.lower).toBeGreaterThanOrEqual(-1);
        expect(forward.lower).toBeLessThanOrEqual(forward.difference + 1e-9);
        expect(forward.upper).toBeGreaterThanOrEqual(forward.difference - 1e-9);
        expect(forward.upper).toBeLessThanOrEqual(1);
        expect(backward.lower).toBeCloseTo(-forward.upper, 8);
      }),
      { numRuns: 40 },
    );
  });

  it("is null without cases on either side", () => {
    const some = { successes: 1, total: 2 };
    const none = { successes: 0, total: 0 };
    expect(interval({ first: none, second: some })).toBeNull();
    expect(interval({ first: some, second: none })).toBeNull();
  });
});

describe("fisherExact", () => {
  it("reads the overfit example: 184 of 200 against 78 of 100", () => {
    const result = fisherExact({
      first: { successes: 184, total: 200 },
      second: { successes: 78, total: 100 },
    });
    expect(result.firstGreater).toBeCloseTo(0.00077, 5);
  });

  it("gives 1 without cases, and two one-sided tails that overlap in the observed table", () => {
    const none = { successes: 0, total: 0 };
    expect(fisherExact({ first: none, second: { successes: 1, total: 2 } })).toEqual({
      twoSided: 1,
      firstGreater: 1,
      firstLess: 1,
    });
    fc.assert(
      fc.property(rate, rate, (first, second) => {
        const { twoSided, firstGreater, firstLess } = fisherExact({ first, second });
        expect(firstGreater + firstLess).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(twoSided).toBeGreaterThanOrEqual(Math.min(firstGreater, firstLess) - 1e-9);
        expect(twoSided).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("z tests", () => {
  it("see no difference when all cases passed", () => {
    const all = { successes: 5, total: 5 };
    expect(twoProportionZ({ first: all, second: all })).toEqual({ z: 0, pValue: 1 });
    expect(twoProportionZ({ first: all, second: { successes: 0, total: 0 } })).toBeNull();
    expect(unpairedDifference({ rate: 1, total: 5 }, { rate: 1, total: 5 })).toEqual({
      difference: 0,
      standardError: 0,
      z: null,
    });
    expect(unpairedDifference({ rate: 1, total: 0 }, { rate: 1, total: 5 })).toBeNull();
  });

  it("refuse more successes than cases", () => {
    const wrong = { successes: 3, total: 2 };
    expect(() => twoProportionZ({ first: wrong, second: wrong })).toThrow("first.successes is 3");
  });
});
