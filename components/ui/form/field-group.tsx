"use client";

import { type ReactNode, useId } from "react";
import { cx } from "../class-names.ts";
import { FieldError } from "./field.tsx";

export type FieldGroupProps = {
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** Several controls that answer one question: a fieldset with its legend, hint and error. */
export function FieldGroup({ legend, hint, error, className, children }: FieldGroupProps) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset aria-describedby={describedBy} className={cx("flex min-w-0 flex-col gap-2", className)}>
      <legend className="mb-1.5 font-medium text-sm">{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-xs">
          {hint}
        </p>
      )}
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
