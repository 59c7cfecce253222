"use client";

import type { TrendRow } from "./trend-rows.ts";

export type TrendDotProps = {
  x: number | undefined;
  y: number | undefined;
  stroke: string | undefined;
  row: TrendRow | undefined;
  seriesId: string;
  onOpen: (href: string) => void;
};

export function TrendDot({ x, y, stroke, row, seriesId, onOpen }: TrendDotProps) {
  const point = row?.points[seriesId];
  if (x === undefined || y === undefined || typeof point?.y !== "number") return null;
  const href = point.href;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the picture is hidden from assistive technology
    <g onClick={href ? () => onOpen(href) : undefined} style={{ cursor: href ? "pointer" : undefined }}>
      <circle cx={x} cy={y} r={9} fill="transparent" />
      <circle cx={x} cy={y} r={3} fill="var(--surface)" stroke={stroke} strokeWidth={1.75} />
    </g>
  );
}
