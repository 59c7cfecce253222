"use client";

import Link from "next/link";
import { type MouseEvent, memo } from "react";
import { cx } from "#components/ui/class-names.ts";
import { CheckMark } from "#components/ui/form/checkbox.tsx";
import { columnStyle, SELECT_WIDTH_PX } from "./columns/use-column-layout.ts";
import type { DataColumn } from "./data-column.ts";
import { CELL, ROW } from "./grid-roles.ts";

/** Position and offset come from `useStickyCells`. */
export const STICKY_CELL =
  "z-10 bg-inherit [position:var(--stick)] after:pointer-events-none after:absolute after:inset-y-0 after:-right-px after:w-px group-data-[scrolled=true]/table:after:bg-border";

const ACTIVE_BAR = "shadow-[inset_3px_0_0_var(--accent)]";

export type TableRowProps<Row> = {
  row: Row;
  rowId: string;
  domId: string;
  index: number;
  topPx: number;
  heightPx: number;
  columns: readonly DataColumn<Row>[];
  active: boolean;
  /** Undefined when rows cannot be selected. */
  selected: boolean | undefined;
  href: string | undefined;
  clickable: boolean;
  onRowClick: (event: MouseEvent, rowId: string) => void;
  onRowSelect: (rowId: string, withShift: boolean) => void;
};

function TableRowInner<Row>({
  row,
  rowId,
  domId,
  index,
  topPx,
  heightPx,
  columns,
  active,
  selected,
  href,
  clickable,
  onRowClick,
  onRowSelect,
}: TableRowProps<Row>) {
  return (
    <tr
      id={domId}
      {...ROW}
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={selected ?? (active || undefined)}
      data-active={active}
      onClick={(event) => onRowClick(event, rowId)}
      style={{ top: topPx, height: heightPx }}
      className={cx(
        "absolute inset-x-0 flex border-b bg-surface text-sm outline-none [contain:size_layout_style]",
        clickable && "cursor-pointer hover:bg-hover",
        selected && "bg-accent-soft",
        active && "bg-hover",
      )}
    >
      {selected !== undefined && (
        <td
          {...CELL}
          style={{ flex: `0 0 ${SELECT_WIDTH_PX}px` }}
          className={cx(STICKY_CELL, "left-0 flex items-center justify-center", active && ACTIVE_BAR)}
        >
          <CheckMark
            checked={selected}
            label="Select this row"
            onToggle={(withShift) => onRowSelect(rowId, withShift)}
          />
        </td>
      )}
      {columns.map((column, columnIndex) => {
        const content = column.cell(row);
        return (
          <td
            key={column.id}
            {...CELL}
            style={{
              ...columnStyle(columnIndex),
              left: columnIndex === 0 ? "var(--stick-left)" : undefined,
            }}
            className={cx(
              "flex min-w-0 items-center px-3",
              column.numeric && "tabular justify-end text-right",
              columnIndex === 0 && STICKY_CELL,
              columnIndex === 0 && active && selected === undefined && ACTIVE_BAR,
            )}
          >
            <div className="min-w-0 overflow-clip text-ellipsis whitespace-nowrap">
              {columnIndex === 0 && href ? (
                <Link href={href} prefetch={false} tabIndex={-1} className="rounded-sm hover:underline">
                  {content}
                </Link>
              ) : (
                content
              )}
            </div>
          </td>
        );
      })}
    </tr>
  );
}

// memo() forgets the type parameter of a generic component.
export const TableRow = memo(TableRowInner) as typeof TableRowInner;
