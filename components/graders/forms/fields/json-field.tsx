"use client";

import { useState } from "react";
import { Field } from "#components/ui/form/field.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";

export type JsonFieldProps = {
  label: string;
  hint?: string;
  error?: string;
  value: unknown;
  rows?: number;
  /** An empty text is null. */
  optional: boolean;
  /** Called with the typed text itself while that is not JSON. */
  onValueChange: (value: unknown) => void;
};

/** A JSON value typed as text. */
export function JsonField({ label, hint, error, value, rows = 8, optional, onValueChange }: JsonFieldProps) {
  const [text, setText] = useState(() => (value === null && optional ? "" : JSON.stringify(value, null, 2)));
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      <Textarea
        mono
        rows={rows}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onValueChange(optional && event.target.value.trim() === "" ? null : readJson(event.target.value));
        }}
      />
    </Field>
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
