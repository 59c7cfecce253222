"use client";

import { ListFilter } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { DropdownMenu, DropdownMenuCheck } from "#components/ui/overlay/dropdown-menu.tsx";

export type FilterOption = { value: string; label: string; count?: number };

export type FilterMenuProps = {
  /** "Split" */
  name: string;
  options: readonly FilterOption[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
  /** One choice at a time. */
  single?: boolean;
};

/** A button that opens the values of one filter. */
export function FilterMenu({ name, options, selected, onChange, single = false }: FilterMenuProps) {
  function toggle(value: string, checked: boolean) {
    if (single) return onChange(checked ? [value] : []);
    onChange(checked ? [...selected, value] : selected.filter((other) => other !== value));
  }
  return (
    <DropdownMenu
      align="start"
      trigger={
        <Button className={selected.length > 0 ? undefined : "border-dashed"}>
          <ListFilter aria-hidden className="text-muted" />
          {name}
          {selected.length > 0 && <span className="tabular text-accent">{selected.length}</span>}
        </Button>
      }
    >
      {options.map((option) => (
        <DropdownMenuCheck
          key={option.value}
          checked={selected.includes(option.value)}
          onCheckedChange={(checked) => toggle(option.value, checked)}
          keepOpen={!single}
        >
          <span className="flex items-center justify-between gap-4">
            <span className="truncate">{option.label}</span>
            {option.count !== undefined && (
              <span className="tabular text-faint text-xs">{formatCount(option.count)}</span>
            )}
          </span>
        </DropdownMenuCheck>
      ))}
    </DropdownMenu>
  );
}
