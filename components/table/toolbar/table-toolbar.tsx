"use client";

import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { SearchInput, type SearchInputProps } from "#components/ui/form/search-input.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { DropdownMenu, DropdownMenuItem, DropdownMenuLabel } from "#components/ui/overlay/dropdown-menu.tsx";

export type ExportChoice = { label: string; href: string; detail?: string };

export type TableToolbarProps = {
  search?: Pick<
    SearchInputProps,
    "label" | "value" | "onValueChange" | "placeholder" | "debounceMs" | "isBusy" | "onApproach"
  >;
  /** FilterMenu buttons. */
  filters?: ReactNode;
  /** FilterChips, on a line of their own. */
  chips?: ReactNode;
  /** Rows that match, and rows in all when fewer match. */
  /** `noun` names one of them: “case”. */
  count?: { shown: number; total?: number; noun: string };
  /** Downloads of what the filters leave. */
  exports?: readonly ExportChoice[];
  /** Further buttons on the right. */
  actions?: ReactNode;
  /** Replaces the bar while rows are selected. */
  selection?: { count: number; onClear: () => void; actions: ReactNode };
};

export function TableToolbar({
  search,
  filters,
  chips,
  count,
  exports,
  actions,
  selection,
}: TableToolbarProps) {
  if (selection && selection.count > 0) return <SelectionBar {...selection} />;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        {search && <SearchInput {...search} />}
        {filters}
        <div className="ml-auto flex flex-wrap items-center gap-2">
          {count && (
            <output className="tabular text-muted text-xs">
              {formatCount(count.shown)}
              {count.total !== undefined && count.total !== count.shown && ` of ${formatCount(count.total)}`}{" "}
              {count.noun}
              {(count.total ?? count.shown) !== 1 && "s"}
            </output>
          )}
          {exports && exports.length > 0 && <ExportMenu choices={exports} />}
          {actions}
        </div>
      </div>
      {chips}
    </div>
  );
}

function ExportMenu({ choices }: { choices: readonly ExportChoice[] }) {
  return (
    <DropdownMenu
      trigger={
        <Button>
          <Download aria-hidden className="text-muted" />
          Export
        </Button>
      }
    >
      <DropdownMenuLabel>What the filters leave</DropdownMenuLabel>
      {choices.map((choice) => (
        <DropdownMenuItem key={choice.href} href={choice.href} download detail={choice.detail}>
          {choice.label}
        </DropdownMenuItem>
      ))}
    </DropdownMenu>
  );
}

function SelectionBar({
  count,
  onClear,
  actions,
}: {
  count: number;
  onClear: () => void;
  actions: ReactNode;
}) {
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-2 rounded-md bg-accent-soft px-2 py-1">
      <output className="tabular px-1 font-medium text-accent text-sm">{formatCount(count)} selected</output>
      {actions}
      <Button variant="ghost" size="sm" className="ml-auto" onClick={onClear}>
        Clear selection
      </Button>
    </div>
  );
}
