import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hodgesLehmann } from "../quantiles/hodges-lehmann.ts";
import { quantileInterval } from "../quantiles/quantile-interval.ts";
import { seededRandom } from "../random/seeded-random.ts";
import { changePoint } from "./change-point.ts";
import { cusumChart } from "./cusum-chart.ts";
import { ewmaChart } from "./ewma-chart.ts";
import { mannKendall } from "./mann-kendall.ts";
import { movingRangeDeviation } from "./moving-range.ts";
import { laneyChart, pChart } from "./p-chart.ts";
import { pettitt } from "./pettitt.ts";
import { theilSen } from "./theil-sen.ts";

const values = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 3, maxLength: 25 });

describe("control charts", () => {
  const steady = Array.from({ length: 12 }, (_, index) => ({ rate: index % 2 ? 0.85 : 0.8, total: 200 }));

  it("mark a run far outside, and none of a steady series", () => {
    expect(pChart(steady)?.outside).toEqual([]);
    expect(pChart([...steady, { rate: 0.5, total: 200 }])?.outside).toEqual([12]);
    expect(laneyChart(steady)?.outside).toEqual([]);
  });

  it("have no spread where all runs are equal, and no limits without runs", () => {
    expect(
      laneyChart([
        { rate: 1, total: 5 },
        { rate: 1, total: 9 },
      ]),
    ).toMatchObject({ centre: 1, spread: 0, outside: [] });
    expect(pChart([])).toBeNull();
    expect(laneyChart(steady.slice(0, 1))).toBeNull();
    expect(() => pChart([{ rate: 1.2, total: 5 }])).toThrow("runs[0].rate");
  });

  it("take the deviation from neighbours, which a shift of level hardly widens", () => {
    const shifted = [1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 12];
    expect(movingRangeDeviation([1, 2, 1, 2])).toBeCloseTo(1 / 1.128, 12);
    expect(movingRangeDeviation(shifted)).toBeLessThan(2);
    expect(movingRangeDeviation([5])).toBeNull();
  });

  it("of drift signal a slow fall that no single run shows", () => {
    const falling = Array.from({ length: 20 }, (_, index) => 0.83 - 0.004 * index);
    const settings = { target: 0.83, deviation: 0.03 };
    expect(ewmaChart(falling, settings).some((point) => point.signal)).toBe(true);
    expect(cusumChart(falling, settings).firstSignal).not.toBeNull();
    const flat = Array.from({ length: 20 }, () => 0.83);
    expect(ewmaChart(flat, settings).some((point) => point.signal)).toBe(false);
    expect(cusumChart(flat, settings).firstSignal).toBeNull();
    expect(() => ewmaChart(flat, { ...settings, weight: 0 })).toThrow("weight is 0");
    expect(() => cusumChart(flat, { ...settings, deviation: 0 })).toThrow("deviation 0");
  });
});

describe("changePoint", () => {
  it("finds the same change backwards, and repeats for a seed", () => {
    const runs = [9, 8, 9, 9, 4, 3, 4, 4].map((passes) => ({ passes, total: 10 }));
    const forward = changePoint(runs, { resamples: 2_000 });
    const backward = changePoint(runs.toReversed(), { resamples: 2_000 });
    expect(forward).toMatchObject({ splitAfter: 4 });
    expect(backward?.splitAfter).toBe(4);
    expect(backward?.statistic).toBeCloseTo(forward?.statistic ?? 0, 9);
    expect(changePoint(runs, { resamples: 2_000 })).toEqual(forward);
    expect(forward?.pValue).toBeLessThan(0.05);
  });

  it("calls a change in at most 5 % of series without one", () => {
    const random = seededRandom(2);
    let called = 0;
    for (let trial = 0; trial < 300; trial += 1) {
      const runs = Array.from({ length: 8 }, () => ({ passes: 30 + random.below(15), total: 50 }));
      if ((changePoint(runs, { resamples: 199, seed: trial })?.pValue ?? 1) <= 0.05) called += 1;
    }
    expect(called / 300).toBeLessThan(0.08);
  });

  it("has p 1 where all runs are alike, and needs two runs", () => {
    const same = Array.from({ length: 5 }, () => ({ passes: 10, total: 10 }));
    expect(changePoint(same, { resamples: 50 })).toMatchObject({
      statistic: 0,
      pValue: 1,
      before: 1,
      after: 1,
    });
    expect(changePoint([{ passes: 1, total: 2 }])).toBeNull();
    expect(() => changePoint([{ passes: 3, total: 2 }])).toThrow("runs[0].passes");
  });
});

describe("rank methods", () => {
  it("see order only, and turn over with the series", () => {
    fc.assert(
      fc.property(values, (series) => {
        const stretched = series.map((value) => value ** 3);
        expect(pettitt(stretched)).toEqual(pettitt(series));
        expect(mannKendall(stretched)).toEqual(mannKendall(series));
        expect(mannKendall(series.toReversed())?.statistic ?? 0).toBeCloseTo(
          -(mannKendall(series)?.statistic ?? 0),
          9,
        );
      }),
    );
    expect(mannKendall([1, 1, 1])).toMatchObject({ z: 0, pValue: 1 });
    expect(mannKendall([1, 2])).toBeNull();
    expect(pettitt([1])).toBeNull();
  });

  it("fit a straight line exactly, one wild run or not", () => {
    expect(theilSen([1, 3, 5, 7])).toEqual({ slope: 2, intercept: 1 });
    expect(theilSen([1, 3, 5, 700, 9, 11, 13])?.slope).toBe(2);
    expect(theilSen([1])).toBeNull();
  });
});

describe("quantiles", () => {
  it("are covered by order statistics in at least 95 % of samples of any distribution", () => {
    const random = seededRandom(6);
    let covered = 0;
    for (let trial = 0; trial < 2_000; trial += 1) {
      // Exponential latencies: the 95th percentile is ln 20.
      const sample = Array.from({ length: 120 }, () => -Math.log(1 - random.uint32() / 2 ** 32));
      const { lower, upper } = quantileInterval(sample, 0.95) ?? {};
      if ((lower ?? 0) <= Math.log(20) && Math.log(20) <= (upper ?? Infinity)) covered += 1;
    }
    expect(covered / 2_000).toBeGreaterThanOrEqual(0.945);
  });

  it("are not estimable at the edge of a small sample", () => {
    expect(quantileInterval([3], 0.5)).toMatchObject({ estimate: 3, lower: null, upper: null });
    expect(quantileInterval([], 0.5)).toBeNull();
    expect(() => quantileInterval([1], 1)).toThrow(RangeError);
  });
});

describe("hodgesLehmann", () => {
  it("is the median of all pair means", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (list) => {
          const means = list
            .flatMap((one, i) => list.slice(i).map((other) => one / 2 + other / 2))
            .sort((a, b) => a - b);
          const middle = ((means[(means.length - 1) >> 1] ?? 0) + (means[means.length >> 1] ?? 0)) / 2;
          expect(hodgesLehmann(list)).toBeCloseTo(middle, 9);
        },
      ),
    );
    expect(hodgesLehmann([])).toBeNull();
  });

  it("takes many values", () => {
    const random = seededRandom(1);
    const many = Array.from({ length: 50_000 }, () => random.uint32() / 2 ** 32);
    expect(hodgesLehmann(many)).toBeCloseTo(0.5, 2);
  });
});
