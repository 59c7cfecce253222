"use client";

import { ToggleGroup } from "radix-ui";
import type { ReactNode } from "react";
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
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const option = options.find((candidate) => candidate.value === next);
        if (option) onValueChange(option.value);
      }}
      className={cx(
        "inline-flex h-8 w-fit max-w-full items-center overflow-x-auto rounded-md border bg-sunken p-0.5",
        className,
      )}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          title={option.iconOnly ? option.label : undefined}
          className="inline-flex h-full items-center gap-1.5 rounded-sm px-2.5 font-medium text-muted text-xs transition-colors hover:text-text data-[state=on]:bg-raised data-[state=on]:text-text data-[state=on]:shadow-card data-[state=on]:ring-1 data-[state=on]:ring-border [&_svg]:size-3.5"
        >
          {option.icon}
          <span className={option.iconOnly ? "sr-only" : undefined}>{option.label}</span>
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
