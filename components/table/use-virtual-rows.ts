"use client";

import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { lastRowInView, type RowView, rowSlots, rowsInView, rowView, scrollTopFor } from "./rows-in-view.ts";

export const HEAD_HEIGHT_PX = 34;
/** What the server renders for, which cannot know the window. */
const FIRST_VIEWPORT_PX = 800;

export type VirtualRowsInput = {
  scroller: RefObject<HTMLDivElement | null>;
  rowCount: number;
  heightPx: number;
  /** -1 when no row is under the cursor. */
  activeIndex: number;
};

/** The rows in view of a scroller. It renders again only when a row comes into view or leaves it. */
export function useVirtualRows({ scroller, rowCount, heightPx, activeIndex }: VirtualRowsInput) {
  const [view, setView] = useState<RowView>(() => rowView(0, FIRST_VIEWPORT_PX, heightPx));

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => {
      const next = rowView(element.scrollTop, element.clientHeight, heightPx);
      setView((now) => (now.first === next.first && now.fitting === next.fitting ? now : next));
    };
    // In the same frame: rendered later, a quick scroll would show empty space first.
    const onScroll = () => flushSync(look);
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener("scroll", onScroll);
    };
  }, [scroller, heightPx]);

  function scrollToRow(index: number) {
    const element = scroller.current;
    if (element === null) return;
    const { scrollTop, clientHeight: viewportPx } = element;
    const top = scrollTopFor(index, heightPx, { scrollTop, viewportPx, headPx: HEAD_HEIGHT_PX });
    if (top !== null) element.scrollTop = top;
  }

  const indices = rowsInView(view, rowCount, activeIndex);
  return {
    indices,
    slots: rowSlots(view, indices),
    lastVisibleIndex: lastRowInView(view, rowCount),
    totalPx: rowCount * heightPx,
    scrollToRow,
  };
}
