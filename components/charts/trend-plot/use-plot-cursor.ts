"use client";

import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { nearestColumn, type PlotFrame } from "./plot-frame.ts";

export type PlotCursor = {
  /** Column under the pointer or reached with the arrow keys. */
  at: number | null;
  /** Other end of a selection under way; equal to `at` before anything is dragged. */
  anchor: number | null;
};

type Given = {
  frame: PlotFrame;
  onSelect: (from: number, to: number) => void;
  onOpen: (column: number) => void;
  onClear: () => void;
};

const nowhere: PlotCursor = { at: null, anchor: null };

/** Pointing, dragging a range, and the same with keys: arrows move, Shift selects, Enter opens or zooms, Escape shows all. */
export function usePlotCursor({ frame, onSelect, onOpen, onClear }: Given) {
  const [cursor, setCursor] = useState<PlotCursor>(nowhere);

  const columnOf = (event: PointerEvent<HTMLElement>) =>
    nearestColumn(frame, event.clientX - event.currentTarget.getBoundingClientRect().left);

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
          if (at !== null && event.pointerType !== "touch") onOpen(at);
        });
      },
      onPointerCancel: () => setCursor(nowhere),
      onPointerLeave: () => {
        if (cursor.anchor === null) setCursor(nowhere);
      },
      onBlur: () => setCursor(nowhere),
    },
  };
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
