import { memo } from "react";
import { columnStyle } from "./columns/use-column-layout.ts";
import type { DataColumn } from "./data-column.ts";

export type SkeletonRowsProps<Row> = {
  columns: readonly DataColumn<Row>[];
  count: number;
  heightPx: number;
  leadingPx: number;
};

const WIDTHS = ["62%", "48%", "71%", "55%"];

export function SkeletonRows<Row>({ columns, count, heightPx, leadingPx }: SkeletonRowsProps<Row>) {
  return (
    <tbody aria-hidden className="block">
      {Array.from({ length: count }, (_, rowIndex) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <tr key={rowIndex} className="flex border-b" style={{ height: heightPx, paddingLeft: leadingPx }}>
          <SkeletonCells columns={columns} rowIndex={rowIndex} />
        </tr>
      ))}
    </tbody>
  );
}

type SkeletonCellsProps<Row> = { columns: readonly DataColumn<Row>[]; rowIndex: number };

function SkeletonCells<Row>({ columns, rowIndex }: SkeletonCellsProps<Row>) {
  return (
    <>
      {columns.map((column, columnIndex) => (
        <td
          key={column.id}
          style={columnStyle(columnIndex)}
          className={column.numeric ? "flex items-center justify-end px-3" : "flex items-center px-3"}
        >
          <span
            className="block h-2.5 animate-shimmer rounded-sm bg-pressed"
            style={{ width: column.numeric ? "40%" : WIDTHS[(rowIndex + columnIndex) % WIDTHS.length] }}
          />
        </td>
      ))}
    </>
  );
}

type HoleProps<Row> = {
  columns: readonly DataColumn<Row>[];
  topPx: number;
  heightPx: number;
  leadingPx: number;
};

/** A row that was not read yet, as a quick scroll passes hundreds of them: no more elements than cells, and nothing that moves. */
export function HoleRow<Row>({ columns, topPx, heightPx, leadingPx }: HoleProps<Row>) {
  return (
    <tr
      aria-hidden
      className="absolute inset-x-0 flex items-center border-b bg-surface [contain:size_layout_style]"
      style={{ top: topPx, height: heightPx, paddingLeft: leadingPx }}
    >
      <HoleCells columns={columns} />
    </tr>
  );
}

function HoleCellsInner<Row>({ columns }: Pick<HoleProps<Row>, "columns">) {
  return (
    <>
      {columns.map((column, columnIndex) => (
        <td
          key={column.id}
          style={columnStyle(columnIndex)}
          className="h-2 bg-pressed bg-clip-content px-3"
        />
      ))}
    </>
  );
}

// memo() forgets the type parameter of a generic component.
const HoleCells = memo(HoleCellsInner) as typeof HoleCellsInner;
