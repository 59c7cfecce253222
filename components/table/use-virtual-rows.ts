"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback } from "react";

export const HEAD_HEIGHT_PX = 34;

export type VirtualRowsInput = {
  scroller: RefObject<HTMLDivElement | null>;
  rowIds: readonly string[];
  heightPx: number;
  /** -1 when no row is under the cursor. */
  activeIndex: number;
};

/**
 * The rows in view. The callbacks keep their identity: a new one makes the virtualizer lay out every row again,
 * which at 100,000 rows costs more than a frame.
 */
export function useVirtualRows({ scroller, rowIds, heightPx, activeIndex }: VirtualRowsInput) {
  const getScrollElement = useCallback(() => scroller.current, [scroller]);
  const estimateSize = useCallback(() => heightPx, [heightPx]);
  const getItemKey = useCallback((index: number) => rowIds[index] ?? index, [rowIds]);
  // The row under the cursor stays in the document, because aria-activedescendant points at it.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const visible = defaultRangeExtractor(range);
      return activeIndex < 0 || visible.includes(activeIndex) ? visible : [...visible, activeIndex];
    },
    [activeIndex],
  );
  return useVirtualizer({
    count: rowIds.length,
    getScrollElement,
    estimateSize,
    getItemKey,
    rangeExtractor,
    initialRect: { width: 1280, height: 800 },
    scrollPaddingStart: HEAD_HEIGHT_PX,
    overscan: 8,
  });
}
