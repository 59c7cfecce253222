import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaQuantile } from "./beta-quantile.ts";
import { binomialCdf } from "./binomial-cdf.ts";
import { binomialPmf } from "./binomial-pmf.ts";
import { chiSquaredSurvival } from "./chi-squared-survival.ts";
import { hypergeometric } from "./hypergeometric.ts";
import { logGamma } from "./log-gamma.ts";
import { normalCdf } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { regularisedBeta } from "./regularised-beta.ts";
import { studentTQuantile } from "./student-t-quantile.ts";
import { studentTTwoSided } from "./student-t-two-sided.ts";

const unit = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const shape = fc.double({ min: 0.1, max: 500, noNaN: true });

describe("logGamma", () => {
  it.each([
    [1, 0],
    [2, 0],
    [0.5, Math.log(Math.PI) / 2],
    [11, Math.log(3_628_800)],
  ])("of %d", (x, expected) => {
    expect(logGamma(x)).toBeCloseTo(expected, 12);
  });

  it.each([[0], [-1.5], [Number.NaN], [Number.POSITIVE_INFINITY]])("refuses %d", (x) => {
    expect(() => logGamma(x)).toThrow(RangeError);
  });
});

describe("normal distribution", () => {
  it("keeps relative accuracy in the tail", () => {
    expect(normalCdf(-8) / 6.22096057427174e-16).toBeCloseTo(1, 10);
    expect(normalCdf(-38)).toBeGreaterThan(0);
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
  });

  it("has a quantile that inverts it", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    fc.assert(
      fc.property(unit, (p) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 13);
      }),
    );
  });

  it.each([[1e-300], [Number.MIN_VALUE]])("has a finite quantile at %d", (p) => {
    const z = normalQuantile(p);
    expect(Number.isFinite(z)).toBe(true);
    expect(z).toBeLessThan(-37);
  });

  it.each([[0], [1], [Number.NaN], [-0.1]])("has no quantile at %d", (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});

describe("Student's t", () => {
  it("has a quantile that inverts it, for fractional degrees of freedom too", () => {
    fc.assert(
      fc.property(unit, fc.double({ min: 0.5, max: 1e4, noNaN: true }), (p, df) => {
        const t = studentTQuantile(p, df);
        expect(studentTTwoSided(t, df)).toBeCloseTo(2 * Math.min(p, 1 - p), 9);
        expect(studentTQuantile(1 - p, df)).toBeCloseTo(-t, Math.abs(t) > 1e3 ? -6 : 6);
      }),
    );
  });

  it("is exact next to its centre", () => {
    // With one degree of freedom P(|T| >= t) = 1 - 2 atan(t) / π.
    expect(studentTTwoSided(1e-9, 1)).toBe(1 - (2 * Math.atan(1e-9)) / Math.PI);
    expect(studentTTwoSided(1e200, 3)).toBe(0);
  });

  it("keeps relative accuracy in the tail", () => {
    expect(studentTTwoSided(8.738575785192408, 34558.6464709892) / 2.4649376566615435e-18).toBeCloseTo(1, 8);
  });
});

describe("beta distribution", () => {
  it("mirrors, and has a quantile that inverts it", () => {
    fc.assert(
      fc.property(shape, shape, unit, (a, b, p) => {
        expect(regularisedBeta(a, b, p)).toBeCloseTo(1 - regularisedBeta(b, a, 1 - p), 10);
        const x = betaQuantile(p, a, b);
        if (x > 1e-9 && x < 1 - 1e-9) expect(regularisedBeta(a, b, x)).toBeCloseTo(p, 6);
      }),
    );
  });
});

describe("binomial distribution", () => {
  it("sums its probabilities", () => {
    fc.assert(
      fc.property(fc.nat(80), unit, (trials, p) => {
        let sum = 0;
        for (let k = 0; k <= trials; k += 1) {
          sum += binomialPmf(k, trials, p);
          expect(binomialCdf(k, trials, p)).toBeCloseTo(sum, 10);
        }
      }),
    );
  });

  it.each([
    [-1, 5, 0.5, 0],
    [5, 5, 0.5, 1],
    [2, 5, 0, 1],
    [2, 5, 1, 0],
    [0, 0, 0.5, 1],
  ])("P(X <= %i) of %i at %d is %d", (k, n, p, expected) => {
    expect(binomialCdf(k, n, p)).toBe(expected);
  });
});

describe("hypergeometric", () => {
  it("sums to 1 and has the right mean, also for large populations", () => {
    const setting = fc
      .integer({ min: 1, max: 20_000 })
      .chain((population) => fc.tuple(fc.constant(population), fc.nat(population), fc.nat(population)));
    fc.assert(
      fc.property(setting, ([population, successes, draws]) => {
        const { minimum, probabilities } = hypergeometric({ population, successes, draws });
        let sum = 0;
        let mean = 0;
        probabilities.forEach((probability, index) => {
          sum += probability;
          mean += probability * (minimum + index);
        });
        expect(sum).toBeCloseTo(1, 10);
        expect(mean).toBeCloseTo((draws * successes) / population, 6);
      }),
      { numRuns: 50 },
    );
  });
});

describe("chiSquaredSurvival", () => {
  it("is 1 at and below 0, and refuses no degrees of freedom", () => {
    expect(chiSquaredSurvival(0, 3)).toBe(1);
    expect(chiSquaredSurvival(-2, 3)).toBe(1);
    expect(() => chiSquaredSurvival(1, 0)).toThrow(RangeError);
  });
});
