"use client";

import { useEffect, useRef } from "react";

export type EndReached = {
  lastVisibleIndex: number;
  loadedCount: number;
  hasMore: boolean;
  loading: boolean;
  onEndReached?: () => void;
};

const ROWS_BEFORE_END = 15;

/** Asks for more rows when the end comes near: once for each number of loaded rows, so that a failure is not asked for again and again. */
export function useEndReached({ lastVisibleIndex, loadedCount, hasMore, loading, onEndReached }: EndReached) {
  const askedAt = useRef(-1);
  const ask = useRef(onEndReached);
  useEffect(() => {
    ask.current = onEndReached;
  });
  const near = hasMore && !loading && lastVisibleIndex >= loadedCount - ROWS_BEFORE_END;
  useEffect(() => {
    if (loadedCount < askedAt.current) askedAt.current = -1;
    if (!near || askedAt.current === loadedCount) return;
    askedAt.current = loadedCount;
    ask.current?.();
  }, [near, loadedCount]);
}
