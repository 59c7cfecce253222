import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialPmf } from "../distributions/binomial-pmf.ts";
import { fisherExact } from "./fisher-exact.ts";
import { miettinenNurminenInterval } from "./miettinen-nurminen.ts";
import { newcombeIndependentInterval } from "./newcombe-independent.ts";
import type { TwoRates } from "./two-rates-input.ts";

const FIRST = 25;
const SECOND = 15;

/** Exact chance of an event over all outcomes of 25 and 15 cases. */
function chanceOf(first: number, second: number, happens: (rates: TwoRates) => boolean): number {
  let sum = 0;
  for (let x = 0; x <= FIRST; x += 1) {
    for (let y = 0; y <= SECOND; y += 1) {
      const chance = binomialPmf(x, FIRST, first) * binomialPmf(y, SECOND, second);
      const rates = { first: { successes: x, total: FIRST }, second: { successes: y, total: SECOND } };
      if (chance > 1e-10 && happens(rates)) sum += chance;
    }
  }
  return sum;
}

describe.each([
  { first: 0.5, second: 0.5 },
  { first: 0.9, second: 0.7 },
  { first: 0.95, second: 0.95 },
])("of rates $first and $second on different cases", ({ first, second }) => {
  it.each([
    { name: "Newcombe", interval: newcombeIndependentInterval },
    { name: "Miettinen and Nurminen", interval: miettinenNurminenInterval },
  ])("$name's interval covers the difference in about 95 %", ({ interval }) => {
    const coverage = chanceOf(first, second, (rates) => {
      const limits = interval(rates);
      const truth = first - second;
      return limits !== null && limits.lower <= truth + 1e-9 && truth <= limits.upper + 1e-9;
    });
    expect(coverage).toBeGreaterThan(0.93);
  });
});

describe("Fisher's test", () => {
  it("finds a difference that is not there in at most 5 %", () => {
    for (const rate of [0.3, 0.8]) {
      expect(chanceOf(rate, rate, (rates) => fisherExact(rates).twoSided <= 0.05)).toBeLessThanOrEqual(0.05);
    }
  });

  it("does not mind which sample comes first", () => {
    const sample = fc
      .tuple(fc.nat(20), fc.nat(20))
      .map(([successes, fails]) => ({ successes, total: successes + fails }));
    fc.assert(
      fc.property(sample, sample, (first, second) => {
        const one = fisherExact({ first, second });
        const other = fisherExact({ first: second, second: first });
        expect(other.twoSided).toBeCloseTo(one.twoSided, 10);
        expect(other.firstLess).toBeCloseTo(one.firstGreater, 10);
      }),
    );
  });
});
