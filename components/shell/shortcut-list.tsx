"use client";

import { Kbd } from "#components/ui/kbd.tsx";
import { Dialog } from "#components/ui/overlay/dialog.tsx";
import type { ShortcutGroup } from "#components/ui/shortcuts/shortcut-registry.ts";

export type ShortcutListProps = {
  groups: readonly ShortcutGroup[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** The keys of the page, by the part of it that they belong to. */
export function ShortcutList({ groups, open, onOpenChange }: ShortcutListProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard" size="lg">
      <div className="columns-1 gap-8 sm:columns-2">
        {mergeByTitle(groups).map((group) => (
          <section key={group.title} className="mb-5 break-inside-avoid">
            <h3 className="mb-1.5 font-medium text-faint text-xs">{group.title}</h3>
            <ul className="flex flex-col">
              {group.shortcuts.map((shortcut) => (
                <li
                  key={`${shortcut.keys} ${shortcut.label}`}
                  className="flex items-center justify-between gap-4 border-b py-1.5 text-sm last:border-0"
                >
                  {shortcut.label}
                  <Kbd keys={shortcut.keys} className="text-muted" />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function mergeByTitle(groups: readonly ShortcutGroup[]): ShortcutGroup[] {
  const byTitle = Map.groupBy(
    [...groups]
      .reverse()
      .flatMap((group) => group.shortcuts.map((shortcut) => ({ title: group.title, shortcut }))),
    (entry) => entry.title,
  );
  return [...byTitle].map(([title, entries]) => ({
    title,
    shortcuts: entries.map((entry) => entry.shortcut).filter((shortcut) => !shortcut.disabled),
  }));
}
