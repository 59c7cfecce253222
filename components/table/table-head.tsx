"use client";

import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { cx } from "#components/ui/class-names.ts";
import { columnStyle } from "./columns/use-column-layout.ts";
import { type DataColumn, nextSort, type Sort } from "./data-column.ts";
import { COLUMN_HEADER } from "./grid-roles.ts";
import { STICKY_CELL } from "./table-row.tsx";

export type HeadCellProps<Row> = {
  column: DataColumn<Row>;
  index: number;
  sort: Sort | null | undefined;
  onSortChange?: (sort: Sort | null) => void;
  resizing: boolean;
  onResizeStart: (event: unknown) => void;
  onResizeReset: () => void;
  /** The column stays in place while the rest scrolls sideways. */
  isSticky: boolean;
};

export function HeadCell<Row>({
  column,
  index,
  sort,
  onSortChange,
  resizing,
  onResizeStart,
  onResizeReset,
  isSticky,
}: HeadCellProps<Row>) {
  const direction = sort?.column === column.id ? sort.direction : null;
  const sortable = column.sortable && onSortChange;
  const label = <span className={cx("truncate", column.hideHeader && "sr-only")}>{column.header}</span>;
  return (
    <th
      {...COLUMN_HEADER}
      scope="col"
      aria-sort={sortable ? ariaSort(direction) : undefined}
      title={column.description}
      style={{ ...columnStyle(index), left: isSticky ? "var(--stick-left)" : undefined }}
      className={cx(
        "group/head flex min-w-0 items-center px-3 text-left font-medium text-faint text-xs",
        column.numeric && "justify-end text-right",
        isSticky ? STICKY_CELL : "relative",
      )}
    >
      {sortable ? (
        <button
          type="button"
          onClick={() => onSortChange(nextSort(column, sort))}
          className={cx(
            "-mx-1.5 flex min-w-0 items-center gap-1 rounded-sm px-1.5 py-0.5 hover:bg-hover hover:text-text",
            direction && "text-text",
            column.numeric && "flex-row-reverse",
          )}
        >
          {label}
          <SortMark direction={direction} />
        </button>
      ) : (
        label
      )}
      <span
        aria-hidden
        onMouseDown={onResizeStart}
        onTouchStart={onResizeStart}
        onDoubleClick={onResizeReset}
        className={cx(
          "absolute inset-y-1.5 right-0 w-2 cursor-col-resize touch-none border-transparent border-r-2 hover:border-strong",
          resizing && "border-accent hover:border-accent",
        )}
      />
    </th>
  );
}

function SortMark({ direction }: { direction: Sort["direction"] | null }) {
  if (direction === "asc") return <ArrowUp aria-hidden className="size-3 shrink-0 text-accent" />;
  if (direction === "desc") return <ArrowDown aria-hidden className="size-3 shrink-0 text-accent" />;
  return (
    <ChevronsUpDown
      aria-hidden
      className="size-3 shrink-0 opacity-0 transition-opacity group-focus-within/head:opacity-100 group-hover/head:opacity-100"
    />
  );
}

function ariaSort(direction: Sort["direction"] | null): "ascending" | "descending" | "none" {
  if (direction === null) return "none";
  return direction === "asc" ? "ascending" : "descending";
}
