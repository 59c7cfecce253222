"use client";

import { Field } from "#components/ui/form/field.tsx";
import { SegmentedControl } from "#components/ui/form/segmented-control.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import type { ValueDraft } from "./case-draft.ts";

export type ValueEditorProps = {
  label: string;
  value: ValueDraft;
  onChange: (value: ValueDraft) => void;
  error?: string | undefined;
  hint?: string;
  optional?: boolean;
  rows?: number;
};

const modes = [
  { value: "text", label: "Text" },
  { value: "json", label: "JSON" },
] as const;

/** One value, typed as plain text or as JSON. */
export function ValueEditor({ label, value, onChange, error, hint, optional, rows = 4 }: ValueEditorProps) {
  return (
    <div className="relative">
      <SegmentedControl
        label={`${label} is typed as`}
        className="absolute -top-1.5 right-0 z-10 h-7"
        options={modes}
        value={value.mode}
        onValueChange={(mode) => onChange({ ...value, mode })}
      />
      <Field label={label} error={error} hint={hint} optional={optional}>
        <Textarea
          mono={value.mode === "json"}
          rows={rows}
          value={value.text}
          spellCheck={value.mode === "text"}
          onChange={(event) => onChange({ ...value, text: event.target.value })}
        />
      </Field>
    </div>
  );
}
