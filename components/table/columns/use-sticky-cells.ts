"use client";

import { type CSSProperties, type RefObject, useEffect, useState } from "react";

/**
 * Where the first cells of each row stay while the rest scrolls sideways: `sticky` only in a table that is wider than its place. Sticky
 * cells are layers of their own, which a browser without a graphics card puts together anew in every frame of a scroll.
 */
export function useStickyCells(
  scroller: RefObject<HTMLElement | null>,
  selectWidthPx: number,
): CSSProperties {
  const [isWide, setIsWide] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    const table = element?.firstElementChild;
    if (!element || !table) return;
    const observer = new ResizeObserver(() => setIsWide(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    observer.observe(table);
    return () => observer.disconnect();
  }, [scroller]);
  // A relative cell with an offset would be moved, not held.
  const variables: Record<string, string> = {
    "--stick": isWide ? "sticky" : "relative",
    "--stick-left": isWide ? `${selectWidthPx}px` : "0px",
  };
  return variables;
}
