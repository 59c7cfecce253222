"use client";

import Link from "next/link";
import { useState } from "react";
import { formatLimits } from "#components/ui/format/format-limits.ts";
import type { TrendSeries } from "../trend-line.tsx";
import type { TrendRow } from "./trend-rows.ts";

export type TrendTableProps = {
  label: string;
  /** Asked for when the table is opened: a thousand rows that nobody looks at cost time. */
  rows: () => readonly TrendRow[];
  series: readonly Pick<TrendSeries, "id" | "label">[];
  formatX: (x: number) => string;
  formatY: (y: number) => string;
};

/** The numbers of the chart, folded away until somebody wants them. */
export function TrendTable({ label, rows, series, formatX, formatY }: TrendTableProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className="mt-1 text-xs" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit rounded-sm text-muted hover:text-text">Show as a table</summary>
      <div className="mt-2 max-h-80 overflow-auto rounded-md border">
        <table className="w-full">
          <caption className="sr-only">{label}</caption>
          <thead className="bg-sunken text-faint">
            <tr>
              <th scope="col" className="px-2 py-1 text-left font-medium">
                At
              </th>
              {series.map((one) => (
                <th key={one.id} scope="col" className="px-2 py-1 text-right font-medium">
                  {one.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(open ? rows() : []).map((row) => (
              <tr key={row.x} className="border-t">
                <th scope="row" className="whitespace-nowrap px-2 py-1 text-left font-normal">
                  {formatX(row.x)}
                </th>
                {series.map((one) => (
                  <td key={one.id} className="whitespace-nowrap px-2 py-1 text-right">
                    <PointText row={row} seriesId={one.id} formatY={formatY} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

type PointTextProps = { row: TrendRow; seriesId: string; formatY: (y: number) => string };

function PointText({ row, seriesId, formatY }: PointTextProps) {
  const point = row.points[seriesId];
  if (typeof point?.y !== "number") return <span className="text-faint">–</span>;
  const band = row.bands[seriesId];
  const text = `${formatY(point.y)}${band ? ` ${formatLimits(band[0], band[1], formatY)}` : ""}`;
  if (!point.href) return text;
  return (
    <Link href={point.href} className="underline decoration-accent underline-offset-3">
      {text}
    </Link>
  );
}
