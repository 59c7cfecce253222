"use client";

import { Check, Minus } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";
import { type MouseEvent, type ReactNode, useId } from "react";
import { cx } from "../class-names.ts";
import { useFieldControl } from "./field-control.ts";

const BOX_STYLE =
  "grid size-4 shrink-0 place-items-center rounded-sm border border-control bg-raised text-accent-contrast transition-colors hover:border-faint disabled:opacity-50 data-[state=checked]:border-accent data-[state=indeterminate]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:bg-accent";

export type CheckboxProps = {
  label: ReactNode;
  hint?: ReactNode;
  name?: string;
  value?: string;
  checked?: boolean | "indeterminate";
  defaultChecked?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  disabled?: boolean;
  className?: string;
};

/** A tick box with its own label; it submits "on" (or `value`) under `name`. */
export function Checkbox({ label, hint, className, onCheckedChange, ...props }: CheckboxProps) {
  const id = useId();
  const control = useFieldControl({ id, "aria-describedby": hint ? `${id}-hint` : undefined });
  return (
    <div className={cx("flex items-start gap-2", className)}>
      <Radix.Root
        {...props}
        {...control}
        onCheckedChange={(checked) => onCheckedChange?.(checked === true)}
        className={cx(BOX_STYLE, "mt-0.5")}
      >
        <BoxIndicator />
      </Radix.Root>
      <div className="min-w-0 text-sm">
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={`${id}-hint`} className="text-muted text-xs">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

export type CheckMarkProps = {
  checked: boolean | "indeterminate";
  label: string;
  onToggle: (event: MouseEvent) => void;
};

/** A bare tick box for table rows; the label is for screen readers. */
export function CheckMark({ checked, label, onToggle }: CheckMarkProps) {
  return (
    <Radix.Root checked={checked} aria-label={label} onClick={onToggle} className={BOX_STYLE}>
      <BoxIndicator />
    </Radix.Root>
  );
}

function BoxIndicator() {
  return (
    <Radix.Indicator className="group/tick">
      <Check aria-hidden strokeWidth={3} className="size-3 group-data-[state=indeterminate]/tick:hidden" />
      <Minus
        aria-hidden
        strokeWidth={3}
        className="hidden size-3 group-data-[state=indeterminate]/tick:block"
      />
    </Radix.Indicator>
  );
}
