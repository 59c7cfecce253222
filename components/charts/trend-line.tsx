"use client";

import { useRouter } from "next/navigation";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { cx } from "#components/ui/class-names.ts";
import { niceTicks } from "./scale/nice-ticks.ts";
import { seriesColour } from "./trend/series-colour.ts";
import { TrendDot } from "./trend/trend-dot.tsx";
import { type TrendRow, trendRows } from "./trend/trend-rows.ts";
import { TrendTable } from "./trend/trend-table.tsx";
import { TrendTooltip } from "./trend/trend-tooltip.tsx";

export type TrendPoint = {
  /** Shared between series: an instant in ms, or the ordinal of a version. */
  x: number;
  y: number | null;
  low?: number | null;
  high?: number | null;
  n?: number;
  href?: string;
  /** Said in the tooltip: the name of the run. */
  label?: string;
};
export type TrendSeries = { id: string; label: string; points: readonly TrendPoint[] };
export type TrendMark = { x: number; label: string };

export type TrendLineProps = {
  /** Names the chart: "Pass rate of the last 30 runs". */
  label: string;
  /** Up to eight. The first is drawn on top. */
  series: readonly TrendSeries[];
  formatX: (x: number) => string;
  formatY: (y: number) => string;
  /** Vertical marks: the dataset, a judge or a price changed. */
  marks?: readonly TrendMark[];
  /** Horizontal line: the bar to clear. */
  threshold?: { value: number; label: string };
  /** Ends of the y axis, widened to round numbers; default: what the intervals need. Pass [0, 1] to show a whole scale. */
  yDomain?: readonly [number, number];
  heightPx?: number;
  className?: string;
};

/** Lines with their interval bands over time or versions. Points lead somewhere; a table holds the same numbers. */
export function TrendLine({
  label,
  series,
  formatX,
  formatY,
  marks = [],
  threshold,
  yDomain,
  heightPx = 260,
  className,
}: TrendLineProps) {
  const router = useRouter();
  const rows = trendRows(series);
  const ticks = niceTicks(...(yDomain ?? dataDomain(series, threshold?.value)), 5);
  const axis = { fontSize: 11, fill: "var(--text-faint)" };

  return (
    <figure className={cx("min-w-0", className)}>
      <figcaption className="sr-only">{label}</figcaption>
      {series.length > 1 && <Legend series={series} />}
      <div aria-hidden style={{ height: heightPx }} className="tabular">
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: heightPx }}>
          <ComposedChart
            data={rows}
            margin={{ top: 18, right: 12, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--border)" />
            <XAxis
              dataKey="x"
              type="number"
              domain={["dataMin", "dataMax"]}
              padding={{ left: 12, right: 12 }}
              tickFormatter={formatX}
              tick={axis}
              tickLine={false}
              axisLine={{ stroke: "var(--border-strong)" }}
              minTickGap={32}
            />
            <YAxis
              domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
              ticks={ticks}
              tickFormatter={formatY}
              tick={axis}
              tickLine={false}
              axisLine={false}
              width="auto"
            />
            {marks.map((mark) => (
              <ReferenceLine
                key={`${mark.x} ${mark.label}`}
                x={mark.x}
                stroke="var(--border-control)"
                strokeDasharray="2 3"
                label={{ value: mark.label, position: "top", fontSize: 11, fill: "var(--text-muted)" }}
              />
            ))}
            {threshold && (
              <ReferenceLine
                y={threshold.value}
                stroke="var(--text)"
                strokeDasharray="5 4"
                label={{
                  value: threshold.label,
                  position: "insideTopRight",
                  fontSize: 11,
                  fill: "var(--text)",
                  style: { paintOrder: "stroke", stroke: "var(--surface)", strokeWidth: 4 },
                }}
              />
            )}
            <Tooltip
              cursor={{ stroke: "var(--border-strong)" }}
              isAnimationActive={false}
              content={({ active, payload }) => (
                <TrendTooltip
                  row={active ? (payload?.[0]?.payload as TrendRow | undefined) : undefined}
                  series={series}
                  formatX={formatX}
                  formatY={formatY}
                />
              )}
            />
            {series.map((one, index) => (
              <Area
                key={`${one.id} band`}
                dataKey={(row: TrendRow) => row.bands[one.id] ?? null}
                stroke="none"
                fill={seriesColour(index)}
                fillOpacity={0.14}
                connectNulls
                isAnimationActive={false}
                activeDot={false}
              />
            ))}
            {[...series].reverse().map((one) => (
              <Line
                key={one.id}
                dataKey={(row: TrendRow) => row.points[one.id]?.y ?? null}
                stroke={seriesColour(series.indexOf(one))}
                strokeWidth={1.75}
                connectNulls
                isAnimationActive={false}
                activeDot={false}
                dot={({ key, cx: x, cy: y, stroke, payload }) => (
                  <TrendDot
                    key={key}
                    x={x}
                    y={y}
                    stroke={stroke}
                    row={payload}
                    seriesId={one.id}
                    onOpen={(href) => router.push(href)}
                  />
                )}
              />
            ))}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <TrendTable label={label} rows={() => rows} series={series} formatX={formatX} formatY={formatY} />
    </figure>
  );
}

function Legend({ series }: { series: readonly TrendSeries[] }) {
  return (
    <ul aria-hidden className="mb-1 flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
      {series.map((one, index) => (
        <li key={one.id} className="flex items-center gap-1.5">
          <span className="h-0.5 w-3.5 rounded-full" style={{ background: seriesColour(index) }} />
          {one.label}
        </li>
      ))}
    </ul>
  );
}

function dataDomain(series: readonly TrendSeries[], threshold: number | undefined): [number, number] {
  const values = series
    .flatMap((one) => one.points.flatMap((point) => [point.y, point.low, point.high]))
    .concat(threshold)
    .filter((value): value is number => typeof value === "number" && Number.isFinite(value));
  return values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
}
