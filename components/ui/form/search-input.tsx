"use client";

import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { cx } from "../class-names.ts";
import { Kbd } from "../kbd.tsx";
import { useShortcuts } from "../use-shortcuts.ts";
import { CONTROL_STYLE } from "./control-style.ts";

export type SearchInputProps = {
  /** Names the field for screen readers: "Search cases". */
  label: string;
  value: string;
  /** Called once typing pauses, and at once on Enter or when cleared. */
  onValueChange: (value: string) => void;
  placeholder?: string;
  /** How long typing must pause. Where `isBusy` is told, only while the last search is under way: otherwise nothing is waited for. */
  debounceMs?: number;
  isBusy?: boolean;
  /** Somebody is about to type: the pointer is over the field, or the cursor in it. */
  onApproach?: () => void;
  /** Key that puts the cursor here; null for none. */
  shortcut?: string | null;
  className?: string;
};

export function SearchInput({
  label,
  value,
  onValueChange,
  placeholder = "Search…",
  debounceMs = 250,
  isBusy,
  onApproach,
  shortcut = "/",
  className,
}: SearchInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef(value);
  const [text, setText] = useState(value);

  // A value that came from elsewhere (the back button, a cleared filter) replaces what was typed.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  const waitMs = isBusy === false ? 0 : debounceMs;
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      onValueChange(text);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [text, waitMs, onValueChange]);

  useShortcuts(
    shortcut === null ? [] : [{ keys: shortcut, label, run: () => input.current?.focus() }],
    "This page",
  );

  function send(next: string) {
    setText(next);
    if (next === sent.current) return;
    sent.current = next;
    onValueChange(next);
  }

  return (
    <div className={cx("group/search relative w-full sm:w-64", className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-muted"
      />
      <input
        ref={input}
        type="search"
        aria-label={label}
        value={text}
        placeholder={placeholder}
        maxLength={500}
        onFocus={onApproach}
        onPointerEnter={onApproach}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") send(text);
          if (event.key !== "Escape") return;
          event.preventDefault();
          if (text === "") input.current?.blur();
          else send("");
        }}
        className={cx(CONTROL_STYLE, "h-8 pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden")}
      />
      {text !== "" ? (
        <button
          type="button"
          aria-label="Clear the search"
          onClick={() => {
            send("");
            input.current?.focus();
          }}
          className="absolute top-1/2 right-1.5 grid size-5 -translate-y-1/2 place-items-center rounded-sm text-muted hover:bg-hover hover:text-text"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : (
        shortcut && (
          <span
            aria-hidden
            className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-faint group-focus-within/search:hidden max-sm:hidden"
          >
            <Kbd keys={shortcut} />
          </span>
        )
      )}
    </div>
  );
}
