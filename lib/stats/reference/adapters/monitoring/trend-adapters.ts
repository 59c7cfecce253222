import { z } from "zod";
import { hodgesLehmann } from "../../../quantiles/hodges-lehmann.ts";
import { quantileInterval } from "../../../quantiles/quantile-interval.ts";
import { changePoint } from "../../../trend/change-point.ts";
import { cusumChart } from "../../../trend/cusum-chart.ts";
import { ewmaChart } from "../../../trend/ewma-chart.ts";
import { mannKendall } from "../../../trend/mann-kendall.ts";
import { laneyChart, pChart } from "../../../trend/p-chart.ts";
import { pettitt } from "../../../trend/pettitt.ts";
import { theilSen } from "../../../trend/theil-sen.ts";
import { type Adapter, adapter } from "../../adapter.ts";

const number = z.number();
const numbers = z.array(number);
const series = z.object({ x: numbers });
const rates = z.object({ p: numbers, n: numbers });
const counts = z.object({ passes: numbers, n: numbers, resamples: number.optional() });

export const trendAdapters: Record<string, Adapter> = {
  p_chart: adapter(rates, (input) => {
    const result = pChart(runsOf(input));
    return { center: result?.centre, limits: result?.limits.map(limitPair), out: result?.outside };
  }),
  laney_p_prime: adapter(rates, (input) => {
    const result = laneyChart(runsOf(input));
    return { sigma_z: result?.spread, limits: result?.limits.map(limitPair) };
  }),
  ewma: adapter(
    z.object({ x: numbers, target: number, sigma: number, lambda: number, L: number }),
    ({ x, target, sigma, lambda, L }) => {
      const points = ewmaChart(x, { target, deviation: sigma, weight: lambda, width: L });
      return {
        ewma: points.map((point) => point.average),
        half_width: points.map((point) => point.halfWidth),
      };
    },
  ),
  cusum_tabular: adapter(
    z.object({ x: numbers, target: number, sigma: number, k: number, h: number }),
    ({ x, target, sigma, k, h }) => {
      const result = cusumChart(x, { target, deviation: sigma, allowance: k, limit: h });
      return { c_plus: result.above, c_minus: result.below, first_signal_index: result.firstSignal };
    },
  ),
  changepoint_binomial_lr: adapter(counts, (input) => {
    const result = changePoint(countsOf(input), { resamples: 1 });
    return {
      g2_by_split: result?.bySplit,
      best_split_after: result?.splitAfter,
      g2_max: result?.statistic,
      before: result?.before,
      after: result?.after,
    };
  }),
  changepoint_permutation_p: adapter(
    counts,
    (input) => changePoint(countsOf(input), { resamples: input.resamples })?.pValue,
  ),
  pettitt: adapter(series, ({ x }) => {
    const result = pettitt(x);
    return { K: result?.statistic, split_after: result?.splitAfter, p_approx: result?.pValue };
  }),
  mann_kendall_theil_sen: adapter(series, ({ x }) => {
    const trend = mannKendall(x);
    const line = theilSen(x);
    return {
      S: trend?.statistic,
      var: trend?.variance,
      z: trend?.z,
      p: trend?.pValue,
      theil_sen_slope: line?.slope,
      intercept: line?.intercept,
    };
  }),
  quantile_ci_order_statistics: adapter(
    z.object({ x: numbers, q: number, level: number.optional() }),
    ({ x, q, level }) => {
      const result = quantileInterval(x, q, level);
      return {
        lower: result?.lower,
        upper: result?.upper,
        rank_l: result?.lowerRank,
        rank_u: result?.upperRank,
      };
    },
  ),
  hodges_lehmann: adapter(series, ({ x }) => hodgesLehmann(x)),
};

function runsOf({ p, n }: z.infer<typeof rates>) {
  return p.map((rate, index) => ({ rate, total: n[index] ?? 0 }));
}

function countsOf({ passes, n }: z.infer<typeof counts>) {
  return passes.map((count, index) => ({ passes: count, total: n[index] ?? 0 }));
}

function limitPair({ lower, upper }: { lower: number; upper: number }) {
  return [lower, upper];
}
