import { formatScore } from "#components/ui/format/format-count.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { formatNumber } from "#components/ui/format/number-format.ts";
import { type MetricUnit, metricUnits, type TrendMetric } from "#lib/trends/trend-metric.ts";

const formats: Readonly<Record<MetricUnit, (value: number) => string>> = {
  share: (value) => formatPercent(value),
  score: (value) => formatScore(value, 3),
  ms: formatMs,
  "micro-usd": formatMicroUsd,
};

export const metricFormat = (metric: TrendMetric) => formats[metricUnits[metric]];

/** A round value of an axis: whole per cents have no decimal. */
export const metricTick = (metric: TrendMetric) =>
  metricUnits[metric] === "share" ? shareTick : formats[metricUnits[metric]];

function shareTick(value: number): string {
  return formatPercent(value, Math.abs(value * 100 - Math.round(value * 100)) < 1e-9 ? 0 : 1);
}

/** The size of a change, without a sign: shares in percentage points. */
export function metricStep(metric: TrendMetric, value: number): string {
  const size = Math.abs(value);
  if (metricUnits[metric] !== "share") return formats[metricUnits[metric]](size);
  const points = size * 100;
  return `${formatNumber(points, points < 0.1 ? 2 : 1)} points`;
}

/** What a point is, and by which method its band was made. */
export const metricNotes: Readonly<Record<TrendMetric, string>> = {
  "pass-rate":
    "Passed of scored attempts. Band: 95 % Wilson interval of each run on its own, at the effective n where attempts depend on one another.",
  "mean-score":
    "Mean over the scores that the grader gave. Band: 95 % t interval, by case or cluster where attempts depend on one another.",
  "error-share": "Attempts that ended in an error, of all that were tried. Band: 95 % Wilson interval.",
  "latency-p50":
    "Median over the answers of a run. Band: 95 % order-statistic interval, where both ends can be estimated.",
  "latency-p95":
    "95th percentile over the answers of a run. Band: 95 % order-statistic interval, where both ends can be estimated.",
  "cost-per-case":
    "Mean over the answers of a run, without an interval. A run with an answer of unknown cost has no point; unknown is never taken as free.",
  "cost-per-solved":
    "Cost of all answers over attempts that passed. A run with an unknown cost, or with nothing solved, has no point. Band: 95 % interval of the ratio (MOVER-R).",
};
