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
  "mean-score": "Mean over the scores that the grader gave. No interval is stored for it, so none is drawn.",
  "error-share": "Attempts that ended in an error, of all that were tried. Band: 95 % Wilson interval.",
  "latency-p50": "Median over the answers of a run. Band, where it is known: 95 % order-statistic interval.",
  "latency-p95":
    "95th percentile over the answers of a run. Band, where it is known: 95 % order-statistic interval.",
  "cost-per-case":
    "Mean over the answers of a run. A run with an answer of unknown cost has no point; unknown is never taken as free.",
  "cost-per-solved":
    "Cost of all answers over attempts that passed. A run with an unknown cost, or with nothing solved, has no point.",
};
