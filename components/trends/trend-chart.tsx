"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { type TrendMetric, type TrendRun, trendMetricLabels } from "#lib/trends/trend-run.ts";
import { trendSeries, versionMarks } from "#lib/trends/trend-series.ts";
import { metricFormat, metricNotes } from "./metric-format.ts";
import { timeFormat } from "./time-format.ts";

const TrendLine = dynamic(
  () => import("#components/charts/trend-line.tsx").then((module) => module.TrendLine),
  {
    ssr: false,
    loading: () => <Skeleton className="h-72" />,
  },
);

const drawnSeries = 8;

export type TrendChartProps = { datasetName: string; runs: readonly TrendRun[]; metric: TrendMetric };

/** One line a model over time; a point leads to its run. */
export function TrendChart({ datasetName, runs, metric }: TrendChartProps) {
  const series = trendSeries(runs, metric);
  const drawn = series.slice(0, drawnSeries);
  const formatX = timeFormat(runs);
  return (
    <div className="flex flex-col gap-2">
      <TrendLine
        label={`${trendMetricLabels[metric]} of runs on ${datasetName}`}
        series={drawn.map(({ id, label, points }) => ({
          id,
          label,
          points: points.map(({ runId, ...point }) => ({ ...point, href: `/runs/${runId}` })),
        }))}
        marks={versionMarks(runs)}
        formatX={formatX}
        formatY={metricFormat(metric)}
        heightPx={300}
      />
      <p className="text-muted text-xs">
        {metricNotes[metric]}
        {series.length > drawn.length &&
          ` Drawn are the ${drawnSeries} models that ran last, of ${series.length}; choose models to see others.`}
      </p>
    </div>
  );
}
