"use client";

import { type KeyboardEvent, useRef } from "react";
import { cx } from "../class-names.ts";
import { CONTROL_STYLE } from "./control-style.ts";
import { useFieldControl } from "./field-control.ts";

export type CodeAreaProps = {
  value: string;
  onValueChange: (value: string) => void;
  /** Lines that are shown at least. */
  rows?: number;
};

const INDENT = "  ";

/**
 * Code with line numbers. Tab indents and Shift+Tab takes it back; after Escape, Tab moves on to the next field as everywhere, so that
 * the keyboard is never caught.
 */
export function CodeArea({ value, onValueChange, rows = 8 }: CodeAreaProps) {
  const control = useFieldControl({});
  const leaves = useRef(false);
  const lines = Math.max(rows, value.split("\n").length);

  function indent(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === "Escape") leaves.current = true;
    if (event.key !== "Tab" || leaves.current || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const area = event.currentTarget;
    const { selectionStart: start, selectionEnd: end } = area;
    const lineStart = value.lastIndexOf("\n", start - 1) + 1;
    if (!event.shiftKey && start === end) {
      // The browser's own way of typing keeps undo as it is.
      document.execCommand("insertText", false, INDENT);
      return;
    }
    const selected = value.slice(lineStart, end);
    const moved = event.shiftKey ? selected.replace(/^ {1,2}/gm, "") : selected.replace(/^/gm, INDENT);
    if (moved === selected) return;
    area.setSelectionRange(lineStart, end);
    document.execCommand("insertText", false, moved);
    area.setSelectionRange(lineStart, lineStart + moved.length);
  }

  return (
    <div
      className={cx(
        CONTROL_STYLE,
        "flex max-h-[32rem] overflow-auto p-0 font-mono text-xs leading-5 focus-within:outline-2",
        control["aria-invalid"] && "border-negative",
      )}
    >
      <pre
        aria-hidden
        className="sticky left-0 select-none border-r bg-sunken px-2 py-1.5 text-right text-faint leading-5"
      >
        {Array.from({ length: lines }, (_, index) => index + 1).join("\n")}
      </pre>
      <textarea
        {...control}
        rows={lines}
        value={value}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        wrap="off"
        onKeyDown={indent}
        onFocus={() => {
          leaves.current = false;
        }}
        onChange={(event) => onValueChange(event.target.value)}
        className="field-sizing-content min-w-0 flex-1 resize-none overflow-hidden whitespace-pre bg-transparent px-2.5 py-1.5 leading-5 outline-none"
      />
    </div>
  );
}
