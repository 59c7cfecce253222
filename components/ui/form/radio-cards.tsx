import type { ReactNode } from "react";
import { cx } from "../class-names.ts";

export type RadioCard = {
  value: string;
  label: string;
  description?: ReactNode;
  icon?: ReactNode;
  disabled?: boolean;
};

export type RadioCardsProps = {
  name: string;
  options: readonly RadioCard[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  columns?: 1 | 2 | 3;
  className?: string;
};

const COLUMNS = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-2 lg:grid-cols-3" };

/** One choice of a few, each with its explanation. Put it in a FieldGroup, which asks the question. */
export function RadioCards({
  name,
  options,
  value,
  defaultValue,
  onValueChange,
  columns = 2,
  className,
}: RadioCardsProps) {
  return (
    <div className={cx("grid gap-2", COLUMNS[columns], className)}>
      {options.map((option) => (
        <label
          key={option.value}
          className="relative flex cursor-pointer gap-3 rounded-lg border border-strong bg-raised p-3 transition-colors hover:border-faint has-disabled:cursor-not-allowed has-checked:border-accent has-checked:bg-accent-soft/40 has-disabled:opacity-55 has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-1 has-checked:ring-1 has-checked:ring-accent"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            disabled={option.disabled}
            className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
            {...(value === undefined
              ? { defaultChecked: option.value === defaultValue }
              : { checked: option.value === value })}
            onChange={onValueChange ? () => onValueChange(option.value) : undefined}
            readOnly={value !== undefined && !onValueChange}
          />
          <span className="min-w-0 flex-1">
            <span className="block font-medium text-sm">{option.label}</span>
            {option.description && (
              <span className="wrap-anywhere mt-0.5 block text-muted text-xs">{option.description}</span>
            )}
          </span>
          {option.icon && (
            <span aria-hidden className="shrink-0 text-muted [&_svg]:size-4">
              {option.icon}
            </span>
          )}
        </label>
      ))}
    </div>
  );
}
