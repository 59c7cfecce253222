"use client";

import { type ReactNode, useId } from "react";
import { cx } from "../class-names.ts";

export type SegmentedOption<Value extends string> = {
  value: Value;
  label: string;
  icon?: ReactNode;
  /** Shows the icon alone; the label stays for screen readers. */
  iconOnly?: boolean;
};

export type SegmentedControlProps<Value extends string> = {
  /** Names the group for screen readers. */
  label: string;
  options: readonly SegmentedOption<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  className?: string;
};

/** A choice between two to five views; one is always chosen. */
export function SegmentedControl<Value extends string>({
  label,
  options,
  value,
  onValueChange,
  className,
}: SegmentedControlProps<Value>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={cx(
        "inline-flex h-8 w-fit max-w-full items-center overflow-x-auto rounded-md border bg-sunken p-0.5",
        className,
      )}
    >
      {options.map((option) => (
        <label
          key={option.value}
          title={option.iconOnly ? option.label : undefined}
          className="relative inline-flex h-full items-center gap-1.5 whitespace-nowrap rounded-sm px-2.5 font-medium text-muted text-xs transition-colors hover:text-text has-checked:bg-raised has-checked:text-text has-checked:shadow-card has-checked:ring-1 has-checked:ring-border has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:-outline-offset-2 [&_svg]:size-3.5"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValueChange(option.value)}
            className="absolute inset-0 appearance-none rounded-sm outline-none"
          />
          {option.icon}
          <span className={option.iconOnly ? "sr-only" : undefined}>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
