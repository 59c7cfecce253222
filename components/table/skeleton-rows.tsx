import type { DataColumn } from "./data-column.ts";
import { columnStyle } from "./use-column-layout.ts";

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

/** The cells of a row that is on its way. */
export function SkeletonCells<Row>({ columns, rowIndex }: SkeletonCellsProps<Row>) {
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
