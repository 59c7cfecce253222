"use client";

import dynamic from "next/dynamic";
import { useState, useSyncExternalStore } from "react";
import {
  readShortcutGroups,
  type ShortcutGroup,
  subscribeToShortcuts,
} from "#components/ui/shortcuts/shortcut-registry.ts";
import { useShortcuts } from "#components/ui/use-shortcuts.ts";

const ShortcutList = dynamic(async () => (await import("./shortcut-list.tsx")).ShortcutList, { ssr: false });

const NONE: readonly ShortcutGroup[] = [];

/** `?` lists every key that works on the page right now. The list is loaded when it is first asked for. */
export function ShortcutHelp() {
  const [open, setOpen] = useState<boolean | null>(null);
  const groups = useSyncExternalStore(subscribeToShortcuts, readShortcutGroups, () => NONE);
  useShortcuts([{ keys: "?", label: "Show these keys", run: () => setOpen(true) }], "Everywhere");
  return open === null ? null : <ShortcutList groups={groups} open={open} onOpenChange={setOpen} />;
}
