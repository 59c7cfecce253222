import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bernoulliStandardError } from "./bernoulli-standard-error.ts";
import { clusteredIntervalCr1 } from "./clustered-interval-cr1.ts";
import { clusteredIntervalCr2 } from "./clustered-interval-cr2.ts";
import { clusteredStandardError } from "./clustered-standard-error.ts";
import { designEffect } from "./design-effect.ts";
import { intraclassCorrelation } from "./intraclass-correlation.ts";
import { pooledStandardError } from "./pooled-standard-error.ts";
import { standardError } from "./standard-error.ts";
import { tInterval } from "./t-interval.ts";

const score = fc.double({ min: 0, max: 1, noNaN: true });

describe("standard errors of clustered values", () => {
  it("equal the plain one when every value is its own cluster", () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 2, maxLength: 30 }), (values) => {
        const plain = standardError(values) ?? Number.NaN;
        const names = values.map((_, index) => `case ${index}`);
        const clustered = clusteredStandardError(values, names);
        expect(clustered?.miller).toBeCloseTo(plain, 10);
        expect(clustered?.cr1).toBeCloseTo(plain, 10);
        const cr2 = clusteredIntervalCr2(values, names);
        expect(cr2?.standardError).toBeCloseTo(plain, 10);
        expect(cr2?.degreesOfFreedom).toBeCloseTo(values.length - 1, 8);
      }),
    );
  });

  it("do not depend on the order of the values", () => {
    const values = [1, 0, 1, 1, 0];
    const clusters = ["a", "a", "b", "c", "c"];
    const forward = clusteredIntervalCr2(values, clusters);
    const backward = clusteredIntervalCr2([...values].reverse(), [...clusters].reverse());
    expect(backward?.standardError).toBeCloseTo(forward?.standardError ?? 0, 12);
    expect(backward?.degreesOfFreedom).toBeCloseTo(forward?.degreesOfFreedom ?? 0, 12);
  });

  it("do not exist for one cluster or none", () => {
    expect(clusteredStandardError([1, 0], ["a", "a"])).toBeNull();
    expect(clusteredIntervalCr1([1, 0], ["a", "a"])).toBeNull();
    expect(clusteredIntervalCr2([], [])).toBeNull();
  });

  it("give an interval of no width, and no p-value, when all values agree", () => {
    expect(clusteredIntervalCr2([1, 1, 1], ["a", "b", "b"])).toMatchObject({
      lower: 1,
      upper: 1,
      pValue: null,
    });
    expect(clusteredIntervalCr2([0, 0, 0], ["a", "b", "b"])?.pValue).toBe(1);
  });

  it("refuse lists of different length", () => {
    expect(() => clusteredStandardError([1, 0], ["a"])).toThrow("2 values but 1 cluster names");
  });
});

describe("plain error bars", () => {
  it("need two values", () => {
    expect(standardError([1])).toBeNull();
    expect(tInterval([])).toBeNull();
    expect(tInterval([0.5])).toBeNull();
    expect(bernoulliStandardError({ rate: 0.5, total: 0 })).toBeNull();
    expect(pooledStandardError([])).toBeNull();
    expect(pooledStandardError([{ standardError: 0.1, size: 1 }])).toBeNull();
  });

  it("refuse NaN", () => {
    expect(() => tInterval([1, Number.NaN])).toThrow(RangeError);
    expect(() => bernoulliStandardError({ rate: Number.NaN, total: 1 })).toThrow(RangeError);
  });
});

describe("intraclassCorrelation", () => {
  it("is 1 when clusters agree within, and never makes cases worth more than they are", () => {
    const same = intraclassCorrelation([1, 1, 0, 0], ["a", "a", "b", "b"]);
    expect(same?.correlation).toBeCloseTo(1, 12);
    expect(same?.effectiveTotal).toBeCloseTo(2, 12);
    const opposed = intraclassCorrelation([1, 0, 1, 0], ["a", "a", "b", "b"]);
    expect(opposed?.correlation).toBeLessThan(0);
    expect(opposed?.effectiveTotal).toBe(4);
  });

  it.each([
    { why: "one cluster", values: [1, 0], clusters: ["a", "a"] },
    { why: "no repeated cluster", values: [1, 0], clusters: ["a", "b"] },
    { why: "no variation", values: [1, 1, 1], clusters: ["a", "a", "b"] },
    { why: "no values", values: [], clusters: [] },
  ])("is null with $why", ({ values, clusters }) => {
    expect(intraclassCorrelation(values, clusters)).toBeNull();
  });

  it("reports within -1..1 for any data", () => {
    const rows = fc.array(fc.tuple(score, fc.constantFrom("a", "b", "c", "d")), { maxLength: 30 });
    fc.assert(
      fc.property(rows, (data) => {
        const result = intraclassCorrelation(
          data.map(([value]) => value),
          data.map(([, cluster]) => cluster),
        );
        if (result === null) return;
        expect(Math.abs(result.correlation)).toBeLessThanOrEqual(1);
        expect(result.designEffect).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe("designEffect", () => {
  it("refuses clusters smaller than one case", () => {
    expect(() => designEffect({ clusterSize: 0.5, correlation: 0, total: 1 })).toThrow(RangeError);
  });
});
