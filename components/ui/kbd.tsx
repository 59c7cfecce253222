"use client";

import { useSyncExternalStore } from "react";
import { cx } from "./class-names.ts";

const MAC_SYMBOLS: Record<string, string> = { mod: "⌘", alt: "⌥", shift: "⇧", ctrl: "⌃", enter: "↵" };
const OTHER_SYMBOLS: Record<string, string> = {
  mod: "Ctrl",
  alt: "Alt",
  shift: "Shift",
  ctrl: "Ctrl",
  enter: "↵",
};
const SHARED_SYMBOLS: Record<string, string> = {
  escape: "Esc",
  esc: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  backspace: "⌫",
  space: "Space",
};

const neverChanges = () => () => {};
const readIsMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

function keyCap(key: string, isMac: boolean): string {
  const name = key.toLowerCase();
  const symbols = isMac ? MAC_SYMBOLS : OTHER_SYMBOLS;
  return symbols[name] ?? SHARED_SYMBOLS[name] ?? key.toUpperCase();
}

/** Key caps for a shortcut such as "mod+k", "j" or "g d" (a sequence); `mod` is Cmd on a Mac and Ctrl elsewhere. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  const isMac = useSyncExternalStore(neverChanges, readIsMac, () => false);
  const caps = keys.split(" ").flatMap((chord) => (chord === "+" ? ["+"] : chord.split("+")));
  return (
    <kbd className={cx("inline-flex shrink-0 items-center gap-0.5 align-middle font-sans", className)}>
      {caps.map((cap, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the caps of one shortcut never reorder
          key={index}
          className="inline-flex h-4 min-w-4 items-center justify-center rounded-sm border border-current/25 px-1 font-medium text-2xs leading-none"
        >
          {keyCap(cap, isMac)}
        </span>
      ))}
    </kbd>
  );
}
