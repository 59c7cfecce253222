"use client";

import type { MouseEvent } from "react";
import { formatCount } from "#components/ui/format/format-count.ts";
import type { ConfusionTable } from "./confusion-cells.ts";

export type CellPosition = { row: number; column: number };

export type ConfusionGridProps = {
  label: string;
  labels: readonly string[];
  table: ConfusionTable;
  hover: CellPosition | null;
  onHover: (cell: CellPosition | null) => void;
  onPick?: (cell: CellPosition) => void;
};

const LABEL_FONT_PX = 11;
const LONGEST_LABEL_CHARS = 24;
const CHAR_WIDTH_PX = 6.2;
const SHOW_COUNTS_FROM_PX = 26;

/** The picture: one square a pair, darker with its share of the row; only pairs that occurred are drawn. */
export function ConfusionGrid({ label, labels, table, hover, onHover, onPick }: ConfusionGridProps) {
  const cellPx = cellSizePx(labels.length);
  const longest = Math.min(LONGEST_LABEL_CHARS, Math.max(3, ...labels.map((name) => name.length)));
  const marginPx = Math.ceil(longest * CHAR_WIDTH_PX) + 10;
  const sidePx = cellPx * labels.length;

  function cellAt(event: MouseEvent<SVGSVGElement>): CellPosition | null {
    const box = event.currentTarget.getBoundingClientRect();
    const column = Math.floor((event.clientX - box.left - marginPx) / cellPx);
    const row = Math.floor((event.clientY - box.top - marginPx) / cellPx);
    return row >= 0 && column >= 0 && row < labels.length && column < labels.length ? { row, column } : null;
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: every cell is also a link in the lists beside and below the picture
    <svg
      role="img"
      aria-label={label}
      width={marginPx + sidePx + 1}
      height={marginPx + sidePx + 1}
      onMouseMove={(event) => onHover(cellAt(event))}
      onMouseLeave={() => onHover(null)}
      onClick={(event) => {
        const cell = cellAt(event);
        if (cell) onPick?.(cell);
      }}
      className="block select-none"
      style={{ cursor: onPick && hover ? "pointer" : undefined }}
    >
      <g transform={`translate(${marginPx} ${marginPx})`}>
        <rect width={sidePx} height={sidePx} className="fill-sunken stroke-border" />
        {hover && (
          <>
            <rect y={hover.row * cellPx} width={sidePx} height={cellPx} className="fill-pressed" />
            <rect x={hover.column * cellPx} width={cellPx} height={sidePx} className="fill-pressed" />
          </>
        )}
        {table.cells.map((cell) => (
          <g key={`${cell.row} ${cell.column}`}>
            <rect
              x={cell.column * cellPx + 0.5}
              y={cell.row * cellPx + 0.5}
              width={cellPx - 1}
              height={cellPx - 1}
              rx={cellPx > 20 ? 2 : 0}
              fillOpacity={0.18 + 0.72 * Math.sqrt(cell.share)}
              className={cell.row === cell.column ? "fill-series-1" : "fill-series-2"}
            />
            {cellPx >= SHOW_COUNTS_FROM_PX && (
              <text
                x={(cell.column + 0.5) * cellPx}
                y={(cell.row + 0.5) * cellPx}
                dy="0.35em"
                textAnchor="middle"
                fontSize={LABEL_FONT_PX}
                className={cell.share > 0.3 ? "tabular fill-surface font-medium" : "tabular fill-text"}
              >
                {formatCount(cell.count)}
              </text>
            )}
          </g>
        ))}
        {hover && (
          <rect
            x={hover.column * cellPx}
            y={hover.row * cellPx}
            width={cellPx}
            height={cellPx}
            fill="none"
            strokeWidth={2}
            className="stroke-text"
          />
        )}
        {labels.map((name, index) => (
          <g key={name} fontSize={Math.min(LABEL_FONT_PX, cellPx - 1)}>
            <text
              x={-6}
              y={(index + 0.5) * cellPx}
              dy="0.35em"
              textAnchor="end"
              className={hover?.row === index ? "fill-text font-medium" : "fill-(--text-muted)"}
            >
              {shorten(name)}
            </text>
            <text
              transform={`translate(${(index + 0.5) * cellPx} -6) rotate(-90)`}
              dy="0.35em"
              className={hover?.column === index ? "fill-text font-medium" : "fill-(--text-muted)"}
            >
              {shorten(name)}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}

function cellSizePx(classCount: number): number {
  if (classCount <= 8) return 44;
  if (classCount <= 16) return 30;
  if (classCount <= 32) return 20;
  return classCount <= 50 ? 14 : 11;
}

function shorten(name: string): string {
  return name.length > LONGEST_LABEL_CHARS ? `${name.slice(0, LONGEST_LABEL_CHARS - 1)}…` : name;
}
