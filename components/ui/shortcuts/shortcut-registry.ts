"use client";

import { matchesChord } from "./match-shortcut.ts";

export type Shortcut = {
  /** A chord ("j", "mod+enter", "?") or two in a row ("g d"). */
  keys: string;
  /** What it does, in the words of the button it stands for. */
  label: string;
  run: (event: KeyboardEvent) => void;
  /** Also while the key is held down. */
  repeat?: boolean;
  /** Also while text is being typed; only for chords with `mod`. */
  inInputs?: boolean;
  /** Also while a dialog, sheet or menu is open. */
  inDialogs?: boolean;
  disabled?: boolean;
};

export type ShortcutGroup = { title: string; shortcuts: readonly Shortcut[] };

const SEQUENCE_TIMEOUT_MS = 1000;
const OPEN_LAYER =
  '[role="dialog"][data-state="open"],[role="alertdialog"][data-state="open"],[role="menu"][data-state="open"],[role="listbox"][data-state="open"]';

let groups: readonly ShortcutGroup[] = [];
let firstChord: { chord: string; at: number } | null = null;
const listeners = new Set<() => void>();

export function addShortcutGroup(group: ShortcutGroup): () => void {
  if (groups.length === 0) window.addEventListener("keydown", onKeyDown);
  groups = [...groups, group];
  announce();
  return () => {
    groups = groups.filter((other) => other !== group);
    if (groups.length === 0) window.removeEventListener("keydown", onKeyDown);
    announce();
  };
}

export function subscribeToShortcuts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function readShortcutGroups(): readonly ShortcutGroup[] {
  return groups;
}

function announce() {
  for (const listener of listeners) listener();
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  const typing = isTyping(event.target);
  const layerOpen = document.querySelector(OPEN_LAYER) !== null;
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  const previous =
    firstChord && event.timeStamp - firstChord.at < SEQUENCE_TIMEOUT_MS ? firstChord.chord : null;
  if (!["Shift", "Control", "Alt", "Meta"].includes(event.key)) firstChord = null;

  // The newest group wins: a panel opened over a page answers before the page.
  for (const group of [...groups].reverse()) {
    for (const shortcut of group.shortcuts) {
      if (shortcut.disabled || (event.repeat && !shortcut.repeat)) continue;
      if ((typing && !shortcut.inInputs) || (layerOpen && !shortcut.inDialogs)) continue;
      const [first = "", second] = shortcut.keys.split(" ");
      if (second === undefined) {
        if (previous !== null || !matchesChord(event, first, isMac)) continue;
      } else if (previous !== first) {
        if (previous === null && matchesChord(event, first, isMac))
          firstChord = { chord: first, at: event.timeStamp };
        continue;
      } else if (!matchesChord(event, second, isMac)) {
        continue;
      }
      event.preventDefault();
      firstChord = null;
      shortcut.run(event);
      return;
    }
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  ) {
    return true;
  }
  return (
    target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(target.type)
  );
}
