import { X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

export type FilterChip = {
  key: string;
  /** "Split" */
  name: string;
  /** "held-out" */
  value: ReactNode;
  /** Address without this filter, or a callback. */
  removeHref?: string;
  onRemove?: () => void;
};

export type FilterChipsProps = {
  chips: readonly FilterChip[];
  clearHref?: string;
  onClear?: () => void;
};

const CHIP_BUTTON =
  "grid size-5 shrink-0 place-items-center rounded-sm text-muted hover:bg-pressed hover:text-text [&_svg]:size-3";
const CLEAR_STYLE = "rounded-sm px-1 text-muted text-xs underline-offset-3 hover:text-text hover:underline";

/** The filters in force, each with a way to take it off. Shows nothing when there are none. */
export function FilterChips({ chips, clearHref, onClear }: FilterChipsProps) {
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters in force" className="flex flex-wrap items-center gap-1.5">
      {chips.map((chip) => (
        <li
          key={chip.key}
          className="flex h-6 max-w-full items-center gap-1 rounded-md border border-strong bg-raised pr-0.5 pl-2 text-xs"
        >
          <span className="text-muted">{chip.name}</span>
          <span className="max-w-48 truncate font-medium">{chip.value}</span>
          <Remove chip={chip} />
        </li>
      ))}
      {chips.length > 1 && (clearHref || onClear) && (
        <li className="flex">
          {clearHref ? (
            <Link href={clearHref} scroll={false} className={CLEAR_STYLE}>
              Clear all
            </Link>
          ) : (
            <button type="button" onClick={onClear} className={CLEAR_STYLE}>
              Clear all
            </button>
          )}
        </li>
      )}
    </ul>
  );
}

function Remove({ chip }: { chip: FilterChip }) {
  const label = `Remove the filter ${chip.name}`;
  if (chip.removeHref) {
    return (
      <Link href={chip.removeHref} scroll={false} aria-label={label} className={CHIP_BUTTON}>
        <X aria-hidden />
      </Link>
    );
  }
  return (
    <button type="button" onClick={chip.onRemove} aria-label={label} className={CHIP_BUTTON}>
      <X aria-hidden />
    </button>
  );
}
