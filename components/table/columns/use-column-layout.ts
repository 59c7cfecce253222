"use client";

import { columnResizingFeature, columnSizingFeature, tableFeatures, useTable } from "@tanstack/react-table";
import { type CSSProperties, useMemo } from "react";
import type { DataColumn } from "../data-column.ts";

const DEFAULT_WIDTH_PX = 140;
const MIN_WIDTH_PX = 48;
/** Width of the tick-box column. */
export const SELECT_WIDTH_PX = 40;

const features = tableFeatures({ columnSizingFeature, columnResizingFeature });

/** The rows are the page's own: this library sees to the columns. */
const noRows: never[] = [];

/**
 * Column widths. They reach the cells as CSS variables on the scroll container,
 * so that dragging a column edge re-renders no row.
 */
export function useColumnLayout<Row extends object>(columns: readonly DataColumn<Row>[]) {
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: Row) => row,
        size: column.width ?? DEFAULT_WIDTH_PX,
        minSize: MIN_WIDTH_PX,
      })),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    columnResizeMode: "onChange",
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const sizing = table.state.columnSizing;

  const variables: Record<string, string> = {};
  let totalPx = 0;
  headers.forEach((header, index) => {
    const size = header.getSize();
    const dragged = sizing[header.id] !== undefined;
    totalPx += size;
    variables[`--w${index}`] = `${size}px`;
    variables[`--g${index}`] = dragged ? "0" : String(columns[index]?.grow ?? 1);
  });
  return { headers, variables: variables as CSSProperties, totalPx };
}

/** Style of the cells of one column; `grow` and width come from the variables. */
export function columnStyle(index: number): CSSProperties {
  return { flex: `var(--g${index}) 0 var(--w${index})` };
}
