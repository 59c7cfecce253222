"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as RadixSelect } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "../class-names.ts";
import { POPOVER_STYLE } from "../overlay/overlay-style.ts";
import { CONTROL_STYLE } from "./control-style.ts";
import { useFieldControl } from "./field-control.ts";

export type SelectOption = { value: string; label: string; detail?: ReactNode; disabled?: boolean };
export type SelectProps = {
  options: readonly SelectOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  placeholder?: string;
  name?: string;
  disabled?: boolean;
  /** Needed when no Field gives the label. */
  "aria-label"?: string;
  className?: string;
};

/** A styled select whose options may carry a second line. An option's value must not be the empty string. */
export function Select({ options, placeholder = "Choose…", className, ...props }: SelectProps) {
  const { required, ...control } = useFieldControl({});
  return (
    <RadixSelect.Root
      name={props.name}
      value={props.value}
      defaultValue={props.defaultValue}
      onValueChange={props.onValueChange}
      disabled={props.disabled}
      required={required}
    >
      <RadixSelect.Trigger
        {...control}
        aria-label={props["aria-label"]}
        className={cx(
          CONTROL_STYLE,
          "inline-flex h-8 items-center justify-between gap-2 px-2.5 text-left data-[placeholder]:text-faint",
          className,
        )}
      >
        <span className="truncate">
          <RadixSelect.Value placeholder={placeholder} />
        </span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-muted" />
      </RadixSelect.Trigger>
      <RadixSelect.Portal>
        <RadixSelect.Content
          position="popper"
          sideOffset={4}
          className={cx(POPOVER_STYLE, "max-h-80 min-w-[var(--radix-select-trigger-width)]")}
        >
          <RadixSelect.Viewport>
            {options.map((option) => (
              <RadixSelect.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled}
                className="relative flex min-h-7 cursor-default select-none flex-col justify-center rounded-sm py-1 pr-2 pl-7 text-sm outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover"
              >
                <RadixSelect.ItemIndicator className="absolute top-2 left-2">
                  <Check aria-hidden className="size-3.5 text-accent" />
                </RadixSelect.ItemIndicator>
                <RadixSelect.ItemText>{option.label}</RadixSelect.ItemText>
                {option.detail && <span className="text-muted text-xs">{option.detail}</span>}
              </RadixSelect.Item>
            ))}
          </RadixSelect.Viewport>
        </RadixSelect.Content>
      </RadixSelect.Portal>
    </RadixSelect.Root>
  );
}
