import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseFlakiness } from "./case-flakiness.ts";
import { gPassAtK } from "./g-pass-at-k.ts";
import { meanOverCases } from "./mean-over-cases.ts";
import { passAtK } from "./pass-at-k.ts";
import { passHatK } from "./pass-hat-k.ts";
import { resamplingVarianceRatio } from "./resampling-gain.ts";
import { runsToCatchFlake } from "./runs-to-catch-flake.ts";
import { suiteFlakiness } from "./suite-flakiness.ts";
import { varianceComponents } from "./variance-components.ts";

const setting = fc
  .integer({ min: 1, max: 60 })
  .chain((attempts) =>
    fc.tuple(fc.constant(attempts), fc.nat(attempts), fc.integer({ min: 1, max: attempts })),
  );

describe("pass@k and pass^k", () => {
  it.each([
    { attempts: 10, passes: 3, k: 5, at: 0.9166666666666667, hat: 0 },
    { attempts: 8, passes: 6, k: 4, at: 1, hat: 0.2142857142857143 },
    { attempts: 5, passes: 0, k: 2, at: 0, hat: 0 },
    { attempts: 5, passes: 5, k: 5, at: 1, hat: 1 },
  ])("$passes of $attempts at $k", ({ attempts, passes, k, at, hat }) => {
    expect(passAtK({ attempts, passes }, k)).toBeCloseTo(at, 12);
    expect(passHatK({ attempts, passes }, k)).toBeCloseTo(hat, 12);
  });

  it("mirror each other, bracket the pass rate, and are the ends of G-Pass@k", () => {
    fc.assert(
      fc.property(setting, ([attempts, passes, k]) => {
        const at = passAtK({ attempts, passes }, k) ?? Number.NaN;
        const hat = passHatK({ attempts, passes }, k) ?? Number.NaN;
        expect(at).toBeCloseTo(1 - (passHatK({ attempts, passes: attempts - passes }, k) ?? Number.NaN), 12);
        expect(at).toBeGreaterThanOrEqual(passes / attempts - 1e-12);
        expect(hat).toBeLessThanOrEqual(passes / attempts + 1e-12);
        expect(gPassAtK({ attempts, passes }, k, 1)).toBeCloseTo(hat, 10);
        expect(gPassAtK({ attempts, passes }, k, 0)).toBeCloseTo(at, 10);
      }),
    );
  });

  it("do not exist with fewer than k attempts", () => {
    for (const metric of [passAtK, passHatK]) {
      expect(metric({ attempts: 2, passes: 1 }, 3)).toBeNull();
      expect(() => metric({ attempts: 2, passes: 3 }, 1)).toThrow(RangeError);
      expect(() => metric({ attempts: 2, passes: 1 }, 0)).toThrow(RangeError);
    }
    expect(gPassAtK({ attempts: 2, passes: 1 }, 3, 0.5)).toBeNull();
  });

  it("say over a suite how many cases had too few attempts", () => {
    const cases = [
      { attempts: 4, passes: 2 },
      { attempts: 4, passes: 4 },
      { attempts: 1, passes: 1 },
    ];
    const result = meanOverCases(cases, (attempts) => passHatK(attempts, 2));
    expect(result).toMatchObject({ cases: 2, undefinedCases: 1 });
    expect(result.value).toBeCloseTo((1 / 6 + 1) / 2, 12);
    expect(meanOverCases([], () => 1)).toEqual({
      value: null,
      standardError: null,
      cases: 0,
      undefinedCases: 0,
    });
  });
});

describe("gPassAtK", () => {
  it("asks for 7 of 10 at threshold 0.7, in spite of binary fractions", () => {
    expect(gPassAtK({ attempts: 10, passes: 7 }, 10, 0.7)).toBe(1);
    expect(gPassAtK({ attempts: 10, passes: 6 }, 10, 0.7)).toBe(0);
  });
});

describe("caseFlakiness", () => {
  it("is null without attempts, and knows no disagreement from one", () => {
    expect(caseFlakiness([])).toBeNull();
    expect(caseFlakiness([true])).toMatchObject({
      passRate: 1,
      flipRate: null,
      disagreement: null,
      variance: null,
      entropyBits: 0,
      flaky: false,
    });
  });

  it("separates order from share", () => {
    expect(caseFlakiness([true, true, false, false])).toMatchObject({ flipRate: 1 / 3, flaky: true });
    expect(caseFlakiness([true, false, true, false])).toMatchObject({ flipRate: 1, passRate: 0.5 });
  });
});

describe("runsToCatchFlake", () => {
  it.each([
    [0.1, 0.95, 29],
    [0.01, 0.95, 299],
    [0.5, 0.75, 2],
    [1, 0.99, 1],
    [0.999, 0.5, 1],
  ])("needs for rate %d and confidence %d: %i", (rate, confidence, runs) => {
    expect(runsToCatchFlake(rate, confidence)).toBe(runs);
  });

  it("refuses a case that never fails", () => {
    expect(() => runsToCatchFlake(0)).toThrow(RangeError);
  });
});

describe("suiteFlakiness", () => {
  it("is near 1 for steady cases and 0 for one shared pass rate", () => {
    const steady = [0, 5, 5, 0, 5].map((passes) => ({ attempts: 5, passes }));
    expect(suiteFlakiness(steady)?.correlation).toBeGreaterThan(0.99);
    const shared = Array.from({ length: 30 }, () => ({ attempts: 4, passes: 2 }));
    expect(suiteFlakiness(shared)).toMatchObject({ correlation: 0, alpha: null, beta: null });
    expect(suiteFlakiness(shared)?.mean).toBeCloseTo(0.5, 6);
  });

  it.each([
    { why: "no cases", cases: [] },
    {
      why: "one attempt a case",
      cases: [
        { attempts: 1, passes: 1 },
        { attempts: 1, passes: 0 },
      ],
    },
    { why: "no failure", cases: [{ attempts: 3, passes: 3 }] },
    { why: "no pass", cases: [{ attempts: 3, passes: 0 }] },
  ])("is null with $why", ({ cases }) => {
    expect(suiteFlakiness(cases)).toBeNull();
  });

  it("gives finite figures for any suite", () => {
    const suite = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(suite, (data) => {
        const result = suiteFlakiness(data.map(([passes, fails]) => ({ attempts: passes + fails, passes })));
        if (!result) return;
        expect(Number.isFinite(result.logLikelihood)).toBe(true);
        expect(result.correlation).toBeGreaterThanOrEqual(0);
        expect(result.correlation).toBeLessThanOrEqual(1);
        expect(result.mean).toBeGreaterThan(0);
        expect(result.mean).toBeLessThan(1);
      }),
      { numRuns: 30 },
    );
  });
});

describe("varianceComponents", () => {
  it("calls all variation noise where only attempts differ", () => {
    const result = varianceComponents([
      [1, 0],
      [0, 1],
      [1, 0],
    ]);
    expect(result).toMatchObject({ varianceOfCaseMeans: 0, shareWithin: null, withinVariance: 0.5 });
    expect(result?.betweenVariance).toBeCloseTo(-0.25, 12);
  });

  it("allows different numbers of attempts", () => {
    expect(varianceComponents([[1, 1, 0], [0, 0], [1]])?.shareWithin).toBeGreaterThan(0);
  });

  it.each([
    { why: "one case", scores: [[1, 0]] },
    { why: "a case without attempts", scores: [[1, 0], []] },
    { why: "single attempts", scores: [[1], [0]] },
  ])("is null with $why", ({ scores }) => {
    expect(varianceComponents(scores)).toBeNull();
  });
});

describe("resamplingVarianceRatio", () => {
  it("is 1 when nothing varies", () => {
    expect(resamplingVarianceRatio({ betweenVariance: 0, withinVariance: 0, attempts: 5 })).toBe(1);
  });
});
