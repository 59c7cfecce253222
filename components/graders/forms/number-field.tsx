"use client";

import { useState } from "react";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";

export type NumberFieldProps = {
  label: string;
  hint?: string;
  error?: string;
  value: number;
  /** NaN while what is typed is no number; the server then says so at this field. */
  onValueChange: (value: number) => void;
};

/** A number typed as text, so that "0." and "1e-3" can be typed on the way to a number. */
export function NumberField({ label, hint, error, value, onValueChange }: NumberFieldProps) {
  const [text, setText] = useState(String(value));
  const shown = Object.is(readNumber(text), value) ? text : String(value);
  return (
    <Field label={label} hint={hint} error={error}>
      <Input
        inputMode="decimal"
        autoComplete="off"
        className="tabular"
        value={shown}
        onChange={(event) => {
          setText(event.target.value);
          onValueChange(readNumber(event.target.value));
        }}
      />
    </Field>
  );
}

function readNumber(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text.replace(",", "."));
}
