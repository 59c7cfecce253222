"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { CommandGroup } from "#components/ui/overlay/command-palette.tsx";
import { useShortcuts } from "#components/ui/use-shortcuts.ts";
import type { NavSection } from "./navigation.ts";

const CommandPalette = dynamic(
  async () => (await import("#components/ui/overlay/command-palette.tsx")).CommandPalette,
  { ssr: false },
);

export type CommandMenuProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  nav: readonly NavSection[];
  commands?: readonly CommandGroup[];
};

/** Ctrl-K or Cmd-K over the pages of the navigation and whatever commands the layout adds. Its code is loaded when it first opens. */
export function CommandMenu({ open, onOpenChange, nav, commands = [] }: CommandMenuProps) {
  const router = useRouter();
  const [used, setUsed] = useState(false);
  useEffect(() => {
    if (open) setUsed(true);
  }, [open]);
  useShortcuts(
    [
      {
        keys: "mod+k",
        label: "Search and commands",
        inInputs: true,
        inDialogs: open,
        run: () => onOpenChange(!open),
      },
    ],
    "Everywhere",
  );

  const pages: CommandGroup = {
    title: "Go to",
    items: nav
      .flatMap((section) => section.items)
      .map((item) => ({
        id: item.href,
        label: item.label,
        icon: item.icon,
        keywords: item.keywords,
        shortcut: item.shortcut,
        run: () => router.push(item.href),
      })),
  };
  if (!used) return null;
  return <CommandPalette open={open} onOpenChange={onOpenChange} groups={[pages, ...commands]} />;
}
