import type { ReactNode } from "react";

export type DataColumn<Row> = {
  id: string;
  header: string;
  /** Longer explanation, shown on hover of the header. */
  description?: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned, in tabular figures. */
  numeric?: boolean;
  /** Width in px before stretching or dragging. Default 140. */
  width?: number;
  /** Share of the space that is left over; 0 keeps the width. */
  grow?: number;
  /** The header becomes a button; the page does the sorting. */
  sortable?: boolean;
  /** What the first press on the header asks for; numbers usually start with the largest. */
  firstDirection?: SortDirection;
  /** Keeps the label for screen readers only. */
  hideHeader?: boolean;
};

export type SortDirection = "asc" | "desc";
export type Sort = { column: string; direction: SortDirection };

/** The sort after a press on a header: first direction, then the other one, then none. */
export function nextSort(
  column: { id: string; firstDirection?: SortDirection },
  current: Sort | null | undefined,
): Sort | null {
  const first = column.firstDirection ?? "asc";
  if (current?.column !== column.id) return { column: column.id, direction: first };
  return current.direction === first
    ? { column: column.id, direction: first === "asc" ? "desc" : "asc" }
    : null;
}

/** For the URL: "latency.desc". */
export function formatSort(sort: Sort): string {
  return `${sort.column}.${sort.direction}`;
}

/** For a URL that holds one of `allowed` only, as "latency.desc"; null is the order that it has without. */
export function allowedSort<Text extends string>(sort: Sort | null, allowed: readonly Text[]): Text | null {
  const text = sort === null ? null : formatSort(sort);
  return allowed.find((candidate) => candidate === text) ?? null;
}

/** Reads what formatSort wrote; anything else, or a column not in `allowed`, is null. */
export function parseSort(text: string | null | undefined, allowed: readonly string[]): Sort | null {
  const match = /^(.+)\.(asc|desc)$/.exec(text ?? "");
  const column = match?.[1];
  if (column === undefined || !allowed.includes(column)) return null;
  return { column, direction: match?.[2] === "desc" ? "desc" : "asc" };
}
