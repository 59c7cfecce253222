"use client";

import { Check, Minus } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "../class-names.ts";
import { useFieldControl } from "./field-control.ts";

export type CheckboxProps = {
  label: ReactNode;
  hint?: ReactNode;
  name?: string;
  value?: string;
  checked?: boolean;
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
      <Box
        {...props}
        {...control}
        onChange={(event) => onCheckedChange?.(event.target.checked)}
        className="mt-0.5"
      />
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
  onToggle: (withShift: boolean) => void;
};

/** A bare tick box for table rows; the label is for screen readers. */
export function CheckMark({ checked, label, onToggle }: CheckMarkProps) {
  return (
    <Box
      checked={checked === true}
      aria-label={label}
      // The state between ticked and not has no attribute.
      ref={(input) => {
        if (input) input.indeterminate = checked === "indeterminate";
      }}
      onChange={({ nativeEvent }) => onToggle("shiftKey" in nativeEvent && nativeEvent.shiftKey === true)}
    />
  );
}

function Box({ className, ...input }: ComponentProps<"input">) {
  return (
    <span className={cx("relative grid size-4 shrink-0 place-items-center text-accent-contrast", className)}>
      <input
        {...input}
        type="checkbox"
        className="peer absolute inset-0 appearance-none rounded-sm border border-control bg-raised transition-colors checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent enabled:hover:border-faint enabled:checked:hover:border-accent enabled:indeterminate:hover:border-accent disabled:opacity-50"
      />
      <Check
        aria-hidden
        strokeWidth={3}
        className="pointer-events-none relative hidden size-3 peer-checked:block peer-indeterminate:hidden"
      />
      <Minus
        aria-hidden
        strokeWidth={3}
        className="pointer-events-none relative hidden size-3 peer-indeterminate:block"
      />
    </span>
  );
}
