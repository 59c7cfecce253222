"use client";

import { useState } from "react";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";

export type NumberFieldProps = {
  label: string;
  hint?: string;
  error?: string;
  /** Null is an empty field. */
  value: number | null;
  /** NaN while what is typed is no number; the server then says so at this field. */
  onValueChange: (value: number) => void;
  /** Makes the field optional: called instead when it is emptied. */
  onClear?: () => void;
};

/** A number typed as text, so that "0." and "1e-3" can be typed on the way to a number. */
export function NumberField({ label, hint, error, value, onValueChange, onClear }: NumberFieldProps) {
  const [text, setText] = useState(textOf(value));
  const isUpToDate = value === null ? text.trim() === "" : Object.is(readNumber(text), value);
  return (
    <Field label={label} hint={hint} error={error} optional={onClear !== undefined}>
      <Input
        inputMode="decimal"
        autoComplete="off"
        className="tabular"
        value={isUpToDate ? text : textOf(value)}
        onChange={(event) => {
          setText(event.target.value);
          if (onClear && event.target.value.trim() === "") onClear();
          else onValueChange(readNumber(event.target.value));
        }}
      />
    </Field>
  );
}

function textOf(value: number | null): string {
  return value === null ? "" : String(value);
}

function readNumber(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text.replace(",", "."));
}
