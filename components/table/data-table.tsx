"use client";

import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/class-names.ts";
import { CheckMark } from "#components/ui/form/checkbox.tsx";
import { SELECT_WIDTH_PX, useColumnLayout } from "./columns/use-column-layout.ts";
import { useStickyCells } from "./columns/use-sticky-cells.ts";
import type { DataColumn, Sort } from "./data-column.ts";
import { COLUMN_HEADER, ROW, ROW_GROUP } from "./grid-roles.ts";
import { nextRowIndex } from "./next-row-index.ts";
import { toggleAllRows } from "./row-selection.ts";
import { HoleRow, SkeletonRows } from "./skeleton-rows.tsx";
import { HeadCell } from "./table-head.tsx";
import { STICKY_CELL, TableRow } from "./table-row.tsx";
import { useEndReached } from "./use-end-reached.ts";
import { useRowActions } from "./use-row-actions.ts";
import { HEAD_HEIGHT_PX, useVirtualRows } from "./use-virtual-rows.ts";
import { useRowsInView } from "./window/use-rows-in-view.ts";
import { useWantedRow } from "./window/use-wanted-row.ts";

export type DataTableProps<Row extends object> = {
  /** Names the table for screen readers. */
  label: string;
  /** Keep it at module scope or memoised: a new array re-renders every row. */
  columns: readonly DataColumn<Row>[];
  /** With a hole for each row that was not read yet: it is shown as on its way. */
  rows: readonly (Row | undefined)[];
  getRowId: (row: Row) => string;
  /** Which rows are in view, so that those that are missing can be read. Keep it memoised. */
  onRowsInView?: (first: number, last: number) => void;

  sort?: Sort | null;
  onSortChange?: (sort: Sort | null) => void;

  /** Rows in all, when more can be loaded than `rows` holds. */
  total?: number;
  onEndReached?: () => void;
  hasMore?: boolean;
  loadingMore?: boolean;
  /** Shown after the last row with a "Try again" that calls onEndReached. */
  loadMoreError?: string | null;
  /** Other rows are on their way: those shown are old and cannot be used. Without any there are skeleton rows. */
  loading?: boolean;

  onRowActivate?: (row: Row) => void;
  /** Rows lead here: click, Enter, and a real link in the first cell, which must then hold no link or button of its own. */
  rowHref?: (row: Row) => string;
  /** Row under the cursor, when the page controls it (an open side panel, for example). */
  activeRowId?: string | null;
  onActiveRowChange?: (rowId: string) => void;

  selection?: ReadonlySet<string>;
  onSelectionChange?: (selection: Set<string>) => void;

  empty?: ReactNode;
  density?: "compact" | "comfortable";
  /**
   * A row that comes into view takes the elements of one that left it, so that a quick scroll makes none. For cells that hold no state
   * and nothing that can have the focus. Keep it constant.
   */
  recyclesRows?: boolean;
  /** Height of every row in px; overrides `density`. For cells with several lines. */
  rowHeight?: number;
  /** CSS length; the table scrolls inside it. */
  maxHeight?: string;
  className?: string;
};

const ROW_HEIGHT_PX = { compact: 33, comfortable: 41 };

/** A virtualised grid: 100,000 rows scroll as easily as ten. The page owns sorting, filters and selection. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, rows, getRowId, selection, loading = false, density = "compact" } = props;
  const heightPx = props.rowHeight ?? ROW_HEIGHT_PX[density];
  const selectWidth = selection ? SELECT_WIDTH_PX : 0;
  const hasMore = props.hasMore ?? (props.onEndReached !== undefined && rows.length < (props.total ?? 0));

  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [ownActive, setOwnActive] = useState<string | null>(null);
  const [scrolled, setScrolled] = useState(false);

  const { headers, variables, totalPx } = useColumnLayout(columns);
  const sticky = useStickyCells(scroller, selectWidth);
  // Holes stay holes.
  const rowIds = useMemo(
    () => rows.map((row) => (row === undefined ? undefined : getRowId(row))),
    [rows, getRowId],
  );
  const activeId = props.activeRowId === undefined ? ownActive : props.activeRowId;
  const activeIndex = useMemo(() => (activeId === null ? -1 : rowIds.indexOf(activeId)), [rowIds, activeId]);
  const allSelected = useMemo(
    () =>
      selection !== undefined &&
      rowIds.length > 0 &&
      rowIds.every((id) => id !== undefined && selection.has(id)),
    [rowIds, selection],
  );

  const view = useVirtualRows({ scroller, rowCount: rowIds.length, heightPx, activeIndex });
  const { openRow, moveTo, onRowClick, selectRow } = useRowActions(props, rowIds, setOwnActive);
  useRowsInView(view, rows.length, props.onRowsInView);
  const wanted = useWantedRow(rowIds, moveTo);
  useEndReached({
    lastVisibleIndex: view.lastVisibleIndex,
    loadedCount: rows.length,
    hasMore: hasMore && !loading,
    loading: props.loadingMore ?? false,
    onEndReached: props.onEndReached,
  });

  // The new rows are read from the top; the view is there before they come.
  useEffect(() => {
    if (loading) scroller.current?.scrollTo({ top: 0 });
  }, [loading]);

  function onKeyDown(event: KeyboardEvent) {
    if (loading || event.metaKey || event.ctrlKey || event.altKey) return;
    const onGrid = event.target === event.currentTarget;
    if (onGrid && activeId !== null && event.key === "Enter") return openRow(activeId, false);
    if (onGrid && activeId !== null && selection && event.key === " ") {
      event.preventDefault();
      return selectRow(activeId, event.shiftKey);
    }
    const visibleRows = Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD_HEIGHT_PX) / heightPx);
    const next = nextRowIndex(event.key, activeIndex < 0 ? null : activeIndex, rows.length, visibleRows - 1);
    if (next === null) return;
    event.preventDefault();
    wanted(next);
    view.scrollToRow(next);
  }

  const isEmpty = rows.length === 0 && !loading && !props.loadMoreError;
  const domId = (rowId: string) => `${gridId}-${rowId}`;

  return (
    <div
      ref={scroller}
      data-scrolled={scrolled}
      onScroll={(event) => setScrolled(event.currentTarget.scrollLeft > 0)}
      style={
        {
          ...variables,
          ...sticky,
          maxHeight: props.maxHeight ?? "max(24rem, calc(100dvh - 15rem))",
        } as CSSProperties
      }
      className={cx("group/table relative overflow-auto overscroll-x-contain bg-surface", props.className)}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA allows grid on a table; the keys are handled below
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-busy={loading || props.loadingMore || undefined}
        aria-rowcount={(props.total ?? rows.length) + 1}
        aria-multiselectable={selection ? true : undefined}
        aria-activedescendant={activeId !== null && activeIndex >= 0 ? domId(activeId) : undefined}
        onKeyDown={onKeyDown}
        style={{ minWidth: totalPx + selectWidth }}
        className="block w-full focus-visible:-outline-offset-2"
      >
        <thead {...ROW_GROUP} className="sticky top-0 z-20 block bg-surface">
          <tr
            {...ROW}
            aria-rowindex={1}
            style={{ height: HEAD_HEIGHT_PX }}
            className="flex border-b bg-sunken"
          >
            {selection && (
              <th
                {...COLUMN_HEADER}
                style={{ flex: `0 0 ${SELECT_WIDTH_PX}px` }}
                className={cx(STICKY_CELL, "left-0 flex items-center justify-center")}
              >
                <CheckMark
                  checked={allSelected ? true : selection.size > 0 ? "indeterminate" : false}
                  label="Select all loaded rows"
                  onToggle={() =>
                    props.onSelectionChange?.(
                      toggleAllRows(
                        selection,
                        rowIds.filter((id) => id !== undefined),
                      ),
                    )
                  }
                />
              </th>
            )}
            {headers.map((header, index) => {
              const column = columns[index];
              if (!column) return null;
              return (
                <HeadCell
                  key={header.id}
                  column={column}
                  index={index}
                  sort={props.sort}
                  onSortChange={props.onSortChange}
                  resizing={header.column.getIsResizing()}
                  onResizeStart={header.getResizeHandler()}
                  onResizeReset={() => header.column.resetSize()}
                  isSticky={index === 0}
                />
              );
            })}
          </tr>
        </thead>
        {loading && rows.length === 0 ? (
          <SkeletonRows columns={columns} count={8} heightPx={heightPx} leadingPx={selectWidth} />
        ) : (
          <tbody
            {...ROW_GROUP}
            inert={loading}
            // What is there in a moment does not flicker.
            className="relative block transition-opacity inert:opacity-50 inert:delay-150 inert:duration-150"
            style={{ height: view.totalPx }}
          >
            {view.indices.map((index, at) => {
              const row = rows[index];
              const rowId = rowIds[index];
              if (row === undefined || rowId === undefined) {
                return (
                  <HoleRow
                    key={`hole ${view.slots[at]}`}
                    columns={columns}
                    topPx={index * heightPx}
                    heightPx={heightPx}
                    leadingPx={selectWidth}
                  />
                );
              }
              return (
                <TableRow
                  key={props.recyclesRows ? `slot ${view.slots[at]}` : rowId}
                  row={row}
                  rowId={rowId}
                  domId={domId(rowId)}
                  index={index}
                  topPx={index * heightPx}
                  heightPx={heightPx}
                  columns={columns}
                  active={rowId === activeId}
                  selected={selection?.has(rowId)}
                  href={props.rowHref?.(row)}
                  clickable={Boolean(props.rowHref || props.onRowActivate)}
                  onRowClick={onRowClick}
                  onRowSelect={selectRow}
                />
              );
            })}
          </tbody>
        )}
        {hasMore && !loading && !props.loadMoreError && (
          <SkeletonRows columns={columns} count={3} heightPx={heightPx} leadingPx={selectWidth} />
        )}
      </table>
      {isEmpty && <div className="sticky left-0">{props.empty}</div>}
      {props.loadMoreError && (
        <div
          role="alert"
          className="sticky left-0 flex items-center justify-center gap-3 p-3 text-negative text-sm"
        >
          {props.loadMoreError}
          <Button size="sm" onClick={props.onEndReached}>
            Try again
          </Button>
        </div>
      )}
    </div>
  );
}
