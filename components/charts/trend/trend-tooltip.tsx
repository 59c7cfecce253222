"use client";

import { formatCount } from "#components/ui/format/format-count.ts";
import type { TrendSeries } from "../trend-line.tsx";
import { seriesColour } from "./series-colour.ts";
import type { TrendRow } from "./trend-rows.ts";

export type TrendTooltipProps = {
  row: TrendRow | undefined;
  series: readonly TrendSeries[];
  formatX: (x: number) => string;
  formatY: (y: number) => string;
};

export function TrendTooltip({ row, series, formatX, formatY }: TrendTooltipProps) {
  if (!row) return null;
  return (
    <div className="rounded-lg border border-strong/70 bg-raised px-2.5 py-2 text-xs shadow-float">
      <p className="mb-1 text-muted">{formatX(row.x)}</p>
      <ul className="flex flex-col gap-1">
        {series.map((one, index) => {
          const point = row.points[one.id];
          if (typeof point?.y !== "number") return null;
          const band = row.bands[one.id];
          return (
            <li key={one.id} className="tabular flex items-baseline gap-1.5">
              <span className="size-2 rounded-full" style={{ background: seriesColour(index) }} />
              <span className="max-w-48 truncate text-muted">{point.label ?? one.label}</span>
              <span className="font-medium">{formatY(point.y)}</span>
              {band && (
                <span className="text-faint">
                  [{formatY(band[0])}, {formatY(band[1])}]
                </span>
              )}
              {point.n !== undefined && <span className="text-faint">n {formatCount(point.n)}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
