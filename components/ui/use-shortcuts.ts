"use client";

import { useLayoutEffect, useRef } from "react";
import { addShortcutGroup, type Shortcut } from "./shortcuts/shortcut-registry.ts";

export type { Shortcut };

/**
 * Listens for keys while the component is mounted, and lists them under `title` in the `?` help.
 * Typing in a field and open dialogs are left alone unless a shortcut says otherwise.
 * `run` may change on every render; only keys, labels and `disabled` are compared.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], title = "This page"): void {
  const latest = useRef(shortcuts);
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });

  const signature = JSON.stringify(shortcuts.map(({ run: _run, ...rest }) => rest));
  // Before the browser paints: a button that is seen to be ready has its key.
  useLayoutEffect(() => {
    if (signature === "[]") return;
    const group = latest.current.map((shortcut, index) => ({
      ...shortcut,
      run: (event: KeyboardEvent) => latest.current[index]?.run(event),
    }));
    return addShortcutGroup({ title, shortcuts: group });
  }, [signature, title]);
}
