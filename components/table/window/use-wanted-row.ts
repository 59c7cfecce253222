"use client";

import { useCallback, useEffect, useRef } from "react";

/** Moves the cursor to a row by its place: at once when the row is there, else when it has been read. The last place that was wanted counts. */
export function useWantedRow(
  rowIds: readonly (string | undefined)[],
  moveTo: (rowId: string) => void,
): (index: number) => void {
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const rowId = rowIds[wanted.current];
    if (rowId === undefined) return;
    wanted.current = null;
    moveTo(rowId);
  }, [rowIds, moveTo]);

  return useCallback(
    (index) => {
      const rowId = rowIds[index];
      wanted.current = rowId === undefined ? index : null;
      if (rowId !== undefined) moveTo(rowId);
    },
    [rowIds, moveTo],
  );
}
