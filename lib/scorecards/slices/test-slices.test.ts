import { describe, expect, it } from "vitest";
import { clusteredRateInterval } from "#lib/stats/intervals/clustered-rate.ts";
import { benjaminiHochberg } from "#lib/stats/multiplicity/benjamini-hochberg.ts";
import { seededRandom } from "#lib/stats/random/seeded-random.ts";
import { fisherExact } from "#lib/stats/rates/fisher-exact.ts";
import { rate, rateOfUnits } from "../reading/rates/rate.ts";
import type { Slice } from "../scorecard.ts";
import { isBelowRest, testedSlices } from "./slice-mark.ts";
import { testSlices } from "./test-slices.ts";

const counts = { passed: 0, failed: 0, unscored: 0, errored: 0 };

function slice(value: string, passed: number, total: number): Slice {
  return { dimension: "tag", value, counts, passRate: rate(passed, total), against: null };
}

describe("slices against the rest", () => {
  it("are tested exactly, and adjusted over all of them", () => {
    const slices = [slice("hard", 10, 40), slice("easy", 55, 60), slice("all", 90, 150), slice("none", 0, 0)];
    const tested = testSlices(slices, rate(90, 150));
    const pValues = [
      fisherExact({ first: { successes: 10, total: 40 }, second: { successes: 80, total: 110 } }).twoSided,
      fisherExact({ first: { successes: 55, total: 60 }, second: { successes: 35, total: 90 } }).twoSided,
    ];
    const adjusted = benjaminiHochberg(pValues);
    expect(tested[0]?.against).toEqual({ rest: 80 / 110, pValue: pValues[0], adjusted: adjusted[0] });
    expect(tested[1]?.against).toEqual({ rest: 35 / 90, pValue: pValues[1], adjusted: adjusted[1] });
    expect(tested.slice(2).map(({ against }) => against)).toEqual([null, null]);
    expect(testedSlices(tested)).toBe(2);
    expect(tested.map(isBelowRest)).toEqual([true, false, false, false]);
    expect(testSlices(slices, null).every(({ against }) => against === null)).toBe(true);
  });

  it("count what repeated attempts tell, not how many they are", () => {
    const whole = rateOfUnits(
      [
        [10, 10, 40],
        [10, 0, 20],
      ],
      "case",
    );
    const part = clusteredRateInterval([
      { size: 10, successes: 10, clusters: 3 },
      { size: 10, successes: 0, clusters: 5 },
    ]);
    const repeated = { ...slice("few cases", 0, 1), passRate: part && { ...part, units: 8 } };
    const [tested] = testSlices([repeated], whole);
    expect(tested?.against?.pValue).toBeGreaterThan(0.05);
    const [naive] = testSlices([slice("few cases", 30, 80)], rate(400, 600));
    expect(naive?.against?.pValue).toBeLessThan(1e-6);
  });

  it("mark a slice by mistake in at most 5 of 100 runs in which all are alike", () => {
    const random = seededRandom(11);
    let marked = 0;
    const trials = 400;
    for (let trial = 0; trial < trials; trial += 1) {
      const drawn = Array.from({ length: 20 }, () => {
        const passed = Array.from({ length: 40 }).filter(() => random.below(10) < 8).length;
        return passed;
      });
      const whole = rate(
        drawn.reduce((sum, one) => sum + one, 0),
        800,
      );
      const tested = testSlices(
        drawn.map((passed, index) => slice(`slice ${index}`, passed, 40)),
        whole,
      );
      if (tested.some(isBelowRest)) marked += 1;
    }
    expect(marked / trials).toBeLessThanOrEqual(0.05);
  });
});
