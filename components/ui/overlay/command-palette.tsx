"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { Dialog } from "radix-ui";
import type { ReactNode } from "react";
import { Kbd } from "../kbd.tsx";
import { OVERLAY_STYLE } from "./overlay-style.ts";
import { useFocusReturn } from "./use-focus-return.ts";

export type CommandItem = {
  id: string;
  label: string;
  icon?: ReactNode;
  /** Further words that find it. */
  keywords?: string[];
  detail?: string;
  shortcut?: string;
  run: () => void;
};
export type CommandGroup = { title: string; items: readonly CommandItem[] };

export type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly CommandGroup[];
  label?: string;
  placeholder?: string;
  query?: string;
  onQueryChange?: (query: string) => void;
  /** False when `groups` are already the results for `query`. */
  filter?: boolean;
};

/** A searchable list of commands over the page. Choosing one closes it, then runs it. */
export function CommandPalette({
  open,
  onOpenChange,
  groups,
  label = "Go to or run",
  placeholder = "Go to a page or run a command…",
  query,
  onQueryChange,
  filter = true,
}: CommandPaletteProps) {
  const returnFocus = useFocusReturn(open);
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={OVERLAY_STYLE} />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          className="fixed inset-x-3 top-[10vh] z-50 mx-auto max-w-xl overflow-hidden rounded-xl border border-strong/70 bg-raised shadow-modal outline-none data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in"
        >
          <Dialog.Title className="sr-only">{label}</Dialog.Title>
          <Command label={label} shouldFilter={filter} loop>
            <div className="flex items-center gap-2.5 border-b px-4">
              <Search aria-hidden className="size-4 shrink-0 text-muted" />
              <Command.Input
                value={query}
                onValueChange={onQueryChange}
                placeholder={placeholder}
                className="h-12 w-full bg-transparent text-base outline-none"
              />
              <Kbd keys="esc" className="text-faint" />
            </div>
            <Command.List className="max-h-[min(24rem,60dvh)] overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-8 text-center text-muted text-sm">
                Nothing matches.
              </Command.Empty>
              {groups.map((group) => (
                <Command.Group
                  key={group.title}
                  heading={group.title}
                  className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-faint"
                >
                  {group.items.map((item) => (
                    <CommandRow key={item.id} item={item} onChoose={() => onOpenChange(false)} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function CommandRow({ item, onChoose }: { item: CommandItem; onChoose: () => void }) {
  return (
    <Command.Item
      value={`${item.label} ${item.id}`}
      keywords={item.keywords}
      onSelect={() => {
        onChoose();
        item.run();
      }}
      className="flex h-9 cursor-default select-none items-center gap-2.5 rounded-md px-2.5 text-sm data-[selected=true]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted"
    >
      {item.icon}
      <span className="truncate">{item.label}</span>
      {item.detail && <span className="truncate text-muted text-xs">{item.detail}</span>}
      {item.shortcut && <Kbd keys={item.shortcut} className="ml-auto text-faint" />}
    </Command.Item>
  );
}
