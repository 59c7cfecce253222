"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cx } from "../class-names.ts";
import { FieldControlContext } from "./field-control.ts";
import { Label } from "./label.tsx";

export type FieldProps = {
  label: ReactNode;
  /** What to type, shown under the label before anything goes wrong. */
  hint?: ReactNode;
  /** What is wrong and how to put it right. */
  error?: ReactNode;
  required?: boolean;
  optional?: boolean;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  id?: string;
  className?: string;
  /** Exactly one Input, Textarea, Select or NativeSelect; tick boxes and switches bring their own label. */
  children: ReactNode;
};

/** A labelled control. Ids, aria-describedby, aria-invalid and required reach the control by context. */
export function Field({
  label,
  hint,
  error,
  required = false,
  optional,
  hideLabel,
  id,
  className,
  children,
}: FieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const hintId = hint ? `${controlId}-hint` : undefined;
  const errorId = error ? `${controlId}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(" ") || undefined;

  return (
    <div className={cx("flex min-w-0 flex-col gap-1.5", className)}>
      <Label htmlFor={controlId} optional={optional} className={hideLabel ? "sr-only" : undefined}>
        {label}
      </Label>
      <FieldControlContext value={{ id: controlId, describedBy, invalid: Boolean(error), required }}>
        {children}
      </FieldControlContext>
      {hint && (
        <p id={hintId} className="text-muted text-xs">
          {hint}
        </p>
      )}
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  );
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="flex items-start gap-1.5 text-negative text-xs">
      <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
