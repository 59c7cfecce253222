"use client";

import { useEffect } from "react";

type View = { indices: readonly number[]; lastVisibleIndex: number };

/** Tells which rows are rendered, when that changes or their number does. */
export function useRowsInView(
  { indices, lastVisibleIndex }: View,
  rowCount: number,
  onRowsInView: ((first: number, last: number) => void) | undefined,
): void {
  const first = indices[0] ?? 0;
  const last = Math.min(rowCount - 1, lastVisibleIndex + (indices.length > 0 ? 1 : 0));
  useEffect(() => {
    if (rowCount > 0) onRowsInView?.(first, last);
  }, [first, last, rowCount, onRowsInView]);
}
