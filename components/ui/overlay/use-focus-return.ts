"use client";

import { useState } from "react";

/**
 * What had the focus when a modal opened, to give it back when it closes. A modal that an item of a menu opens goes back to the button
 * of the menu, because the item is gone by then. Returns what to call on closing.
 */
export function useFocusReturn(open: boolean): () => void {
  const [opened, setOpened] = useState<{ open: boolean; by: HTMLElement | null }>({ open: false, by: null });
  // While rendering, because the modal has the focus and the menu is gone before any effect runs.
  if (open !== opened.open) setOpened({ open, by: open ? focusedElement() : opened.by });
  return () => opened.by?.focus();
}

function focusedElement(): HTMLElement | null {
  if (typeof document === "undefined") return null;
  const focused = document.activeElement;
  const menu = focused?.closest('[role="menu"]');
  const opener = menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : focused;
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}
