import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialPmf } from "../distributions/binomial-pmf.ts";
import { agrestiCoullInterval } from "./agresti-coull.ts";
import { clopperPearsonInterval } from "./clopper-pearson.ts";
import { effectiveSampleSize } from "./effective-sample-size.ts";
import { jeffreysInterval } from "./jeffreys.ts";
import { kornGraubardInterval } from "./korn-graubard.ts";
import { midPInterval } from "./mid-p.ts";
import type { RateInput, RateInterval } from "./rate-input.ts";
import { stratifiedRate } from "./stratified-rate.ts";
import { wilsonContinuityInterval } from "./wilson-continuity.ts";
import { wilsonEffectiveInterval } from "./wilson-effective.ts";
import { zeroFailuresLimit } from "./zero-failures-limit.ts";

const INTERVALS: [string, (input: RateInput) => RateInterval | null][] = [
  ["Clopper-Pearson", clopperPearsonInterval],
  ["Jeffreys", jeffreysInterval],
  ["mid-p", midPInterval],
  ["Agresti-Coull", agrestiCoullInterval],
  ["Wilson with continuity correction", wilsonContinuityInterval],
];

describe.each(INTERVALS)("%s interval", (_, interval) => {
  it("stays within 0..1, contains the estimate and mirrors", () => {
    const counts = fc
      .integer({ min: 1, max: 400 })
      .chain((total) => fc.tuple(fc.nat(total), fc.constant(total)));
    fc.assert(
      fc.property(counts, ([successes, total]) => {
        const result = interval({ successes, total });
        const mirrored = interval({ successes: total - successes, total });
        expect(result).not.toBeNull();
        if (!result || !mirrored) return;
        expect(result.lower).toBeGreaterThanOrEqual(0);
        expect(result.upper).toBeLessThanOrEqual(1);
        expect(result.lower).toBeLessThanOrEqual(result.estimate + 1e-12);
        expect(result.upper).toBeGreaterThanOrEqual(result.estimate - 1e-12);
        expect(mirrored.lower).toBeCloseTo(1 - result.upper, 9);
      }),
      { numRuns: 50 },
    );
  });

  it("is null without cases and refuses more successes than cases", () => {
    expect(interval({ successes: 0, total: 0 })).toBeNull();
    expect(() => interval({ successes: 2, total: 1 })).toThrow(RangeError);
  });
});

describe("clopperPearsonInterval", () => {
  it.each([
    [20, 0.95],
    [30, 0.5],
    [12, 0.02],
  ])("covers at least 95 %% at n %i and rate %d", (total, rate) => {
    let covered = 0;
    for (let successes = 0; successes <= total; successes += 1) {
      const interval = clopperPearsonInterval({ successes, total });
      if (interval && interval.lower <= rate && rate <= interval.upper) {
        covered += binomialPmf(successes, total, rate);
      }
    }
    expect(covered).toBeGreaterThanOrEqual(0.95);
  });
});

describe("clustered rates", () => {
  it("keep all cases where the standard error says nothing", () => {
    expect(effectiveSampleSize({ rate: 1, standardError: 0, total: 40 })).toBe(40);
    expect(effectiveSampleSize({ rate: 0.5, standardError: 0, total: 40 })).toBe(40);
    expect(effectiveSampleSize({ rate: 0.5, standardError: 1e-9, total: 40 })).toBe(40);
  });

  it("are null without cases or with one cluster", () => {
    expect(wilsonEffectiveInterval({ rate: 0, standardError: 0, total: 0 })).toBeNull();
    expect(kornGraubardInterval({ rate: 0.5, standardError: 0.1, total: 10, clusters: 1 })).toBeNull();
  });

  it("give a wider interval than independent cases", () => {
    const clustered = wilsonEffectiveInterval({ rate: 0.9, standardError: 0.06, total: 100 });
    expect(clustered?.effectiveTotal).toBeCloseTo(25, 9);
    expect(clustered?.lower).toBeLessThan(0.826);
  });
});

describe("stratifiedRate", () => {
  it("is the plain rate for one stratum", () => {
    const one = stratifiedRate({ strata: [{ weight: 1, successes: 17, total: 20 }] });
    expect(one?.estimate).toBeCloseTo(0.85, 12);
    expect(one?.lower).toBeCloseTo(0.639581135, 8);
    expect(one?.upper).toBeCloseTo(0.947631254, 8);
  });

  it("is null where a stratum with weight has no cases, and ignores one without weight", () => {
    const strata = [
      { weight: 1, successes: 1, total: 2 },
      { weight: 0, successes: 0, total: 0 },
    ];
    expect(stratifiedRate({ strata })?.estimate).toBe(0.5);
    expect(stratifiedRate({ strata: [{ weight: 1, successes: 0, total: 0 }] })).toBeNull();
    expect(stratifiedRate({ strata: [] })).toBeNull();
  });

  it("knows no standard error from a single case and refuses weights that do not sum to 1", () => {
    expect(stratifiedRate({ strata: [{ weight: 1, successes: 1, total: 1 }] })?.standardError).toBeNull();
    expect(() => stratifiedRate({ strata: [{ weight: 0.5, successes: 1, total: 2 }] })).toThrow(RangeError);
  });
});

describe("zeroFailuresLimit", () => {
  it("is null without trials and never above 1", () => {
    expect(zeroFailuresLimit({ total: 0 })).toBeNull();
    expect(zeroFailuresLimit({ total: 1 })).toEqual({ exact: expect.closeTo(0.95, 12), ruleOfThree: 1 });
  });
});
