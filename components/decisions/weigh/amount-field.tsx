"use client";

import type { ReactNode } from "react";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";

export type AmountFieldProps = {
  label: string;
  /** Said after the label: "%", "ms", "$". */
  unit?: string;
  value: string;
  placeholder?: string;
  hint?: ReactNode;
  error?: string;
  onChange: (text: string) => void;
};

/** A number with its unit in the label; empty asks for nothing. */
export function AmountField({ label, unit, value, placeholder, hint, error, onChange }: AmountFieldProps) {
  return (
    <Field label={unit === undefined ? label : `${label} (${unit})`} hint={hint} error={error}>
      <Input
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        placeholder={placeholder}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className="tabular"
      />
    </Field>
  );
}
