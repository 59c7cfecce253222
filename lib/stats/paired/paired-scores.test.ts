import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bonettPriceInterval } from "./bonett-price.ts";
import { cochranQ } from "./cochran-q.ts";
import { mcnemar } from "./mcnemar.ts";
import { newcombePairedInterval } from "./newcombe-paired.ts";
import { pairedDifference } from "./paired-difference.ts";
import { signFlipTest } from "./sign-flip.ts";
import { wilcoxonSignedRank } from "./wilcoxon-signed-rank.ts";

describe("pairedDifference", () => {
  it("changes sign, and nothing else, when the runs change places", () => {
    const pairs = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(1)), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(pairs, (data) => {
        const first = data.map(([a]) => a);
        const second = data.map(([, b]) => b);
        const forward = pairedDifference(first, second);
        const backward = pairedDifference(second, first);
        expect(backward?.difference).toBeCloseTo(-(forward?.difference ?? 0), 12);
        expect(backward?.lower).toBeCloseTo(-(forward?.upper ?? 0), 12);
        expect(backward?.pValue ?? -1).toBeCloseTo(forward?.pValue ?? -1, 12);
      }),
    );
  });

  it.each([
    { why: "the runs agree on every case", first: [1, 0, 1], second: [1, 0, 1], pValue: 1, difference: 0 },
    {
      why: "every case moves by the same amount",
      first: [1, 1],
      second: [0, 0],
      pValue: null,
      difference: 1,
    },
  ])("has no t where $why", ({ first, second, pValue, difference }) => {
    expect(pairedDifference(first, second)).toMatchObject({ difference, t: null, pValue, standardError: 0 });
  });

  it("needs two cases, of equal number and finite", () => {
    expect(pairedDifference([1], [0])).toBeNull();
    expect(() => pairedDifference([1, 0], [1])).toThrow("2 scores and the second 1");
    expect(() => pairedDifference([1, Number.NaN], [1, 1])).toThrow(RangeError);
  });
});

describe("signFlipTest", () => {
  it("is exact up to 20 differing cases and repeatable beyond", () => {
    const many = Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? -1 : 1));
    expect(signFlipTest({ differences: many.slice(0, 20) }).method).toBe("exact");
    const first = signFlipTest({ differences: many, seed: 7, resamples: 20_000 });
    expect(first).toEqual(signFlipTest({ differences: many, seed: 7, resamples: 20_000 }));
    const exact = mcnemar({ onlyFirst: 26, onlySecond: 14 }).exact;
    expect(first.pValue).toBeGreaterThan(exact * 0.9);
    expect(first.pValue).toBeLessThan(exact * 1.1);
  });

  it("finds nothing in nothing", () => {
    expect(signFlipTest({ differences: [] })).toEqual({ method: "exact", pValue: 1 });
    expect(signFlipTest({ differences: [0, 0] })).toEqual({ method: "exact", pValue: 1 });
    expect(() => signFlipTest({ differences: [Number.NaN] })).toThrow(RangeError);
  });
});

describe("cochranQ", () => {
  it("is McNemar's statistic for two runs", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1 }), (passes) => {
        const onlyFirst = passes.filter(([a, b]) => a && !b).length;
        const onlySecond = passes.filter(([a, b]) => !a && b).length;
        const result = cochranQ(passes);
        expect(result?.q).toBeCloseTo(mcnemar({ onlyFirst, onlySecond }).chiSquared, 10);
      }),
    );
  });

  it("is null without cases or a second run, and refuses ragged rows", () => {
    expect(cochranQ([])).toBeNull();
    expect(cochranQ([[true], [false]])).toBeNull();
    expect(() => cochranQ([[true, false], [true]])).toThrow("Case 1 has 1 verdicts");
  });
});

describe("wilcoxonSignedRank", () => {
  it("is null when nothing differs and handles ties", () => {
    expect(wilcoxonSignedRank([0, 0])).toBeNull();
    expect(wilcoxonSignedRank([1, -1, 1, -1])).toEqual({ w: 5, pValue: 1 });
    expect(wilcoxonSignedRank([1])?.w).toBe(0);
  });
});

describe("intervals from counts", () => {
  it("are null without cases", () => {
    expect(newcombePairedInterval({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 })).toBeNull();
    expect(bonettPriceInterval({ onlyFirst: 0, onlySecond: 0, total: 0 })).toBeNull();
  });

  it("contain the difference and mirror", () => {
    const cell = fc.nat(60);
    const table = fc
      .record({ both: cell, onlyFirst: cell, onlySecond: cell, neither: cell })
      .filter((counts) => counts.both + counts.onlyFirst + counts.onlySecond + counts.neither > 0);
    fc.assert(
      fc.property(table, (counts) => {
        const interval = newcombePairedInterval(counts);
        const mirrored = newcombePairedInterval({
          ...counts,
          onlyFirst: counts.onlySecond,
          onlySecond: counts.onlyFirst,
        });
        if (!interval || !mirrored) throw new Error("no interval");
        expect(interval.lower).toBeLessThanOrEqual(interval.difference);
        expect(interval.upper).toBeGreaterThanOrEqual(interval.difference);
        expect(mirrored.lower).toBeCloseTo(-interval.upper, 10);
      }),
    );
  });

  it("match the published example", () => {
    const interval = newcombePairedInterval({ both: 36, onlyFirst: 12, onlySecond: 2, neither: 0 });
    expect(interval?.lower).toBeCloseTo(0.0569296, 6);
    expect(interval?.upper).toBeCloseTo(0.3404276, 6);
  });
});
