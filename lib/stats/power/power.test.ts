import { describe, expect, it } from "vitest";
import { minimumDetectableDifference } from "./minimum-detectable-difference.ts";
import { requiredCases } from "./required-cases.ts";
import { requiredCasesIndependentRates } from "./required-cases-independent-rates.ts";
import { requiredCasesNoninferiority, requiredCasesPairedRates } from "./required-cases-paired-rates.ts";

const VARIANCE = {
  differenceVariance: 1 / 9,
  firstAttemptVariance: 1 / 6,
  secondAttemptVariance: 1 / 6,
  firstAttempts: 1,
  secondAttempts: 1,
};

describe("planning a comparison", () => {
  it("gives the paper's 969 cases for 3 points without sampling noise", () => {
    const quiet = { ...VARIANCE, firstAttemptVariance: 0, secondAttemptVariance: 0 };
    expect(requiredCases({ ...quiet, difference: 0.03 }).cases).toBe(969);
  });

  it("turns cases into a difference and back", () => {
    const difference = minimumDetectableDifference({ ...VARIANCE, cases: 500 });
    expect(requiredCases({ ...VARIANCE, difference }).exact).toBeCloseTo(500, 6);
  });

  it("needs more cases for smaller differences and fewer for more attempts", () => {
    const few = requiredCases({ ...VARIANCE, difference: 0.05 }).cases;
    expect(requiredCases({ ...VARIANCE, difference: 0.04 }).cases).toBeGreaterThan(few);
    const repeated = { ...VARIANCE, firstAttempts: 10, secondAttempts: 10 };
    expect(requiredCases({ ...repeated, difference: 0.05 }).cases).toBeLessThan(few);
  });

  it("refuses what cannot be planned", () => {
    expect(() => requiredCases({ ...VARIANCE, difference: 0 })).toThrow(RangeError);
    expect(() => minimumDetectableDifference({ ...VARIANCE, cases: 0 })).toThrow(RangeError);
    expect(() => requiredCasesPairedRates({ discordantShare: 0.1, difference: 0.2 })).toThrow(RangeError);
    expect(() => requiredCasesIndependentRates({ firstRate: 0.5, secondRate: 0.5 })).toThrow(RangeError);
    expect(() =>
      requiredCasesNoninferiority({ discordantShare: 0.2, difference: -0.05, margin: 0.05 }),
    ).toThrow("no sample size can show it");
  });

  it("does not ask for a negative number when every case changes the same way", () => {
    expect(requiredCasesPairedRates({ discordantShare: 1, difference: 1 }).connor).toBeGreaterThan(0);
  });
});
