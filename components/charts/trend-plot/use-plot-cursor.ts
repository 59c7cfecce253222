"use client";

import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { nearestColumn, type PlotFrame } from "./plot-frame.ts";
import type { PlotLine } from "./plot-types.ts";

export type PlotCursor = {
  /** Column under the pointer or reached with the arrow keys. */
  at: number | null;
  /** Other end of a selection under way; equal to `at` before anything is dragged. */
  anchor: number | null;
};

type Given = {
  frame: PlotFrame;
  lines: readonly PlotLine[];
  onSelect: (from: number, to: number) => void;
  onOpen: (column: number) => void;
  onClear: () => void;
};

const nowhere: PlotCursor = { at: null, anchor: null };

/** Pointing, dragging a range, and the same with keys: arrows move, Shift selects, Enter opens or zooms, Escape shows all. */
export function usePlotCursor({ frame, lines, onSelect, onOpen, onClear }: Given) {
  const [cursor, setCursor] = useState<PlotCursor>(nowhere);

  const placeOf = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { left: event.clientX - box.left, top: event.clientY - box.top };
  };
  const columnOf = (event: PointerEvent<HTMLElement>) => nearestColumn(frame, placeOf(event).left);

  function finish({ at, anchor }: PlotCursor, onSame: () => void) {
    if (at !== null && anchor !== null && anchor !== at) {
      setCursor(nowhere);
      onSelect(Math.min(at, anchor), Math.max(at, anchor));
    } else {
      setCursor({ at, anchor: null });
      onSame();
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === "Escape") {
      setCursor({ at: cursor.at, anchor: null });
      if (cursor.anchor === null) onClear();
      return;
    }
    if (event.key === "Enter" && cursor.at !== null) {
      const { at } = cursor;
      return finish(cursor, () => onOpen(at));
    }
    const next = nextColumn(frame.columns, cursor.at, event.key);
    if (next === null) return;
    event.preventDefault();
    setCursor({ at: next, anchor: event.shiftKey ? (cursor.anchor ?? cursor.at ?? next) : null });
  }

  return {
    cursor,
    handlers: {
      onKeyDown,
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        const at = columnOf(event);
        setCursor({ at, anchor: at });
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const at = columnOf(event);
        if (at !== cursor.at) setCursor((now) => ({ ...now, at }));
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        const at = columnOf(event);
        if (cursor.anchor === null) return;
        finish({ at, anchor: cursor.anchor }, () => {
          const place = placeOf(event);
          if (at !== null && event.pointerType !== "touch" && isOnPoint(frame, lines, at, place)) onOpen(at);
        });
      },
      onPointerCancel: () => setCursor(nowhere),
      onPointerLeave: (event: PointerEvent<HTMLElement>) => {
        // A finger that is lifted leaves; what it pointed at stays to be read.
        if (cursor.anchor === null && event.pointerType !== "touch") setCursor(nowhere);
      },
      onBlur: () => setCursor(nowhere),
    },
  };
}

const reachPx = 14;

/** Whether a point of the column is under the pointer: a press beside it opens nothing. */
function isOnPoint(
  { x, y }: PlotFrame,
  lines: readonly PlotLine[],
  column: number,
  place: { left: number; top: number },
): boolean {
  return (
    Math.abs(x(column) - place.left) <= reachPx &&
    lines.some((line) =>
      line.points.some(
        (point) => point.x === column && point.y !== null && Math.abs(y(point.y) - place.top) <= reachPx,
      ),
    )
  );
}

/** Where a key leads from a column: to its neighbours or the ends; null for other keys. */
function nextColumn(columns: readonly number[], at: number | null, key: string): number | null {
  const index = at === null ? -1 : columns.indexOf(at);
  switch (key) {
    case "ArrowLeft":
      return columns[Math.max(0, at === null ? columns.length - 1 : index - 1)] ?? null;
    case "ArrowRight":
      return columns[Math.min(columns.length - 1, index + 1)] ?? null;
    case "Home":
      return columns[0] ?? null;
    case "End":
      return columns.at(-1) ?? null;
    default:
      return null;
  }
}
