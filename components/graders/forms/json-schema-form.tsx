"use client";

import { useState } from "react";
import { Field } from "#components/ui/form/field.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import type { ConfigFormProps } from "./config-form-props.ts";
import { FenceCheckbox } from "./json-validity-form.tsx";

/** `schema` is the typed text itself while that is not JSON: the server then refuses it at this field. */
export type JsonSchemaDraft = { schema: unknown; allowFence: boolean };

export function JsonSchemaForm({ config, onChange, errors }: ConfigFormProps<JsonSchemaDraft>) {
  const [text, setText] = useState(() => JSON.stringify(config.schema, null, 2));
  return (
    <>
      <Field
        label="JSON Schema"
        hint="Draft 2020-12, or draft-07 when $schema names it. Formats such as date and email are checked."
        error={errors.schema}
      >
        <Textarea
          mono
          rows={12}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChange({ ...config, schema: readJson(event.target.value) });
          }}
        />
      </Field>
      <FenceCheckbox
        checked={config.allowFence}
        onChange={(allowFence) => onChange({ ...config, allowFence })}
      />
    </>
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
