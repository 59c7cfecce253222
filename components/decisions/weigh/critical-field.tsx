"use client";

import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import type { QuestionParams } from "#lib/decisions/question/question-params.ts";

export type CriticalFieldProps = {
  draft: Pick<QuestionParams, "critical" | "criticalTag">;
  onChange: (part: Partial<QuestionParams>) => void;
};

const choices = { "": "Not asked", graders: "By critical graders", tag: "By critical graders and a tag" };

/** Whether a case that the approved baseline passes may fail, and which cases are watched. */
export function CriticalField({ draft, onChange }: CriticalFieldProps) {
  const keys = Object.keys(choices) as (keyof typeof choices)[]; // The keys of a literal are its own.
  return (
    <>
      <Field label="No newly failing critical case" hint="Against the approved baseline of the dataset.">
        <NativeSelect
          value={draft.critical}
          onChange={({ target }) => onChange({ critical: keys.find((key) => key === target.value) ?? "" })}
        >
          {keys.map((key) => (
            <option key={key} value={key}>
              {choices[key]}
            </option>
          ))}
        </NativeSelect>
      </Field>
      {draft.critical === "tag" && (
        <Field label="Tag of critical cases">
          <Input
            maxLength={80}
            value={draft.criticalTag}
            onChange={({ target }) => onChange({ criticalTag: target.value })}
          />
        </Field>
      )}
    </>
  );
}
