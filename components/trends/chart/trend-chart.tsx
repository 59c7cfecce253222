"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { trendRows } from "#components/charts/trend/trend-rows.ts";
import { TrendTable } from "#components/charts/trend/trend-table.tsx";
import type { TrendPoint } from "#components/charts/trend-line.tsx";
import { TrendPlot } from "#components/charts/trend-plot/trend-plot.tsx";
import type { Trend } from "#lib/trends/get-trend.ts";
import {
  metricUnits,
  mostLines,
  type TrendAxis,
  type TrendMetric,
  trendMetricLabels,
} from "#lib/trends/trend-metric.ts";
import { metricFormat, metricNotes, metricTick } from "../words/metric-format.ts";
import { LineLegend } from "./line-legend.tsx";
import { PictureLegend } from "./picture-legend.tsx";
import { type AcceptedValue, pictureOf, placeOf, runsBetween } from "./plot-of-trend.ts";
import { timeFormat } from "./time-format.ts";

export type TrendChartProps = {
  trend: Trend;
  axis: TrendAxis;
  accepted: readonly AcceptedValue[];
  onRange: (range: string | null) => void;
  onLine: (line: string) => void;
};

/** The lines of a trend; a point leads to its run, and a dragged range is looked at alone. */
export function TrendChart({ trend, axis, accepted, onRange, onLine }: TrendChartProps) {
  const router = useRouter();
  const { metric, focus, runs } = trend;
  const formatY = metricFormat(metric);
  const picture = useMemo(
    () => pictureOf(trend, axis, accepted, metricFormat(trend.metric)),
    [trend, axis, accepted],
  );
  const formatX = useMemo(() => axisFormat(trend, axis), [trend, axis]);
  const acceptedNumbers = useMemo(() => new Set(accepted.map((one) => one.number)), [accepted]);
  const label = `${trendMetricLabels[metric]} of runs on ${trend.dataset.name}`;

  function openAt(x: number) {
    const inFocus = picture.lines.find((line) => line.id === focus?.id) ?? picture.lines[0];
    const point =
      inFocus?.points.find((one) => one.x === x) ??
      picture.lines.flatMap((line) => line.points).find((one) => one.x === x);
    const run = runs.find((one) => one.number === point?.run);
    if (run) router.push(`/runs/${run.runId}`);
  }

  return (
    <figure aria-label={label} className="flex min-w-0 flex-col gap-2">
      {trend.lines.length > 1 && (
        <LineLegend lines={picture.lines} focusId={focus?.id ?? null} onLine={onLine} />
      )}
      <TrendPlot
        label={`${label}: plot`}
        {...picture}
        focusId={focus?.id ?? null}
        accepted={acceptedNumbers}
        bounds={boundsOf(metric)}
        whole={axis !== "time"}
        formatX={formatX}
        formatY={formatY}
        formatTick={metricTick(metric)}
        onSelect={(from, to) => onRange(runsBetween(runs, axis, from, to))}
        onOpen={openAt}
        onClear={() => onRange(null)}
      />
      <PictureLegend picture={picture} accepted={accepted.length > 0} />
      <p className="max-w-prose text-muted text-xs">
        {metricNotes[metric]}
        {(axis === "dataset" || axis === "model") && " A version stands for its newest run."}
        {trend.lineCount > trend.lines.length &&
          ` Drawn are ${mostLines} of ${trend.lineCount} lines, those with the newest runs or the most cases.`}
      </p>
      <Numbers trend={trend} axis={axis} label={label} formatX={formatX} formatY={formatY} />
    </figure>
  );
}

/** The axis ends where the metric does: a share at 1, nothing below 0. */
const boundsOf = (metric: TrendMetric) => (metricUnits[metric] === "share" ? shareBounds : amountBounds);
const shareBounds = [0, 1] as const;
const amountBounds = [0, Number.POSITIVE_INFINITY] as const;

function axisFormat({ runs }: Trend, axis: TrendAxis): (x: number) => string {
  switch (axis) {
    case "time":
      return timeFormat(runs);
    case "run":
      return (x) => `run ${x}`;
    case "dataset":
    case "model":
      return (x) => `v${x}`;
  }
}

type NumbersProps = {
  trend: Trend;
  axis: TrendAxis;
  label: string;
  formatX: (x: number) => string;
  formatY: (y: number) => string;
};

function Numbers({ trend, axis, label, formatX, formatY }: NumbersProps) {
  const rows = () => {
    const runs = new Map(trend.runs.map((run) => [run.runId, run]));
    return trendRows(
      trend.lines.map((line) => ({
        id: line.id,
        label: line.label,
        points: line.points.flatMap(({ runId, ...point }): TrendPoint[] => {
          const run = runs.get(runId);
          return run === undefined ? [] : [{ ...point, x: placeOf(run, axis), href: `/runs/${runId}` }];
        }),
      })),
    );
  };
  return <TrendTable label={label} rows={rows} series={trend.lines} formatX={formatX} formatY={formatY} />;
}
