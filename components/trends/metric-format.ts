import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import type { TrendMetric } from "#lib/trends/trend-run.ts";

const formats: Record<TrendMetric, (value: number) => string> = {
  "pass-rate": (value) => formatPercent(value),
  "latency-p95": formatMs,
  cost: formatMicroUsd,
};

export const metricFormat = (metric: TrendMetric) => formats[metric];

export const metricNotes: Record<TrendMetric, string> = {
  "pass-rate": "Passed of scored cases; the band is the 95 % Wilson interval of each run on its own.",
  "latency-p95": "95th percentile of the answers of a run. Runs without an answer are left out.",
  cost: "Sum over all answers. A run with an answer of unknown cost is left out, never taken as free.",
};
