"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, useCallback, useRef } from "react";
import type { DataTableProps } from "./data-table.tsx";
import { toggleRow } from "./row-selection.ts";
import { useLatest } from "./use-latest.ts";

/** What a press on a row does. Every callback keeps its identity, so that rows are not rendered again. */
export function useRowActions<Row extends object>(
  props: DataTableProps<Row>,
  rowIds: readonly (string | undefined)[],
  setOwnActive: (rowId: string) => void,
) {
  const router = useRouter();
  const latest = useLatest({ props, rowIds });
  const anchor = useRef<string | null>(null);

  const openRow = useCallback(
    (rowId: string, newTab: boolean) => {
      const { props: now, rowIds: ids } = latest.current;
      const row = now.rows[ids.indexOf(rowId)];
      if (!row) return;
      const href = now.rowHref?.(row);
      if (href === undefined) now.onRowActivate?.(row);
      else if (newTab) window.open(href, "_blank", "noopener");
      else router.push(href);
    },
    [latest, router],
  );

  const moveTo = useCallback(
    (rowId: string) => {
      setOwnActive(rowId);
      latest.current.props.onActiveRowChange?.(rowId);
    },
    [latest, setOwnActive],
  );

  const onRowClick = useCallback(
    (event: MouseEvent, rowId: string) => {
      const inner =
        event.target instanceof Element && event.target.closest("a,button,input,label,summary,select");
      // A drag that marked text is not a press.
      if (inner || window.getSelection()?.type === "Range") return;
      moveTo(rowId);
      openRow(rowId, event.metaKey || event.ctrlKey);
    },
    [moveTo, openRow],
  );

  const selectRow = useCallback(
    (rowId: string, withShift: boolean) => {
      const { props: now, rowIds: ids } = latest.current;
      const next = toggleRow(now.selection ?? new Set(), ids, rowId, withShift ? anchor.current : null);
      anchor.current = rowId;
      now.onSelectionChange?.(next);
    },
    [latest],
  );

  return { openRow, moveTo, onRowClick, selectRow };
}
