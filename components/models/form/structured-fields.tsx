"use client";

import { useState } from "react";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import type { ServerFieldsProps } from "./parameter-fields.tsx";

const FORMATS = { text: "Text", json: "JSON", schema: "JSON that fits a schema" } as const;

/** What the answer has to look like. */
export function FormatFields({ draft, onChange, fields }: ServerFieldsProps) {
  const error = fields["config.parameters.responseFormat"];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label="Answer as"
        error={draft.responseFormat === "schema" ? undefined : error}
        hint={
          draft.responseFormat === "json"
            ? "Some servers want the word JSON in the prompt as well."
            : undefined
        }
      >
        <NativeSelect
          value={draft.responseFormat}
          onChange={(event) => onChange({ responseFormat: readFormat(event.target.value) })}
        >
          {Object.entries(FORMATS).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </NativeSelect>
      </Field>
      {draft.responseFormat === "schema" && (
        <Field
          label="JSON schema"
          required
          error={error}
          hint={'A JSON schema, or {"name", "schema", "strict"}.'}
        >
          <Textarea
            mono
            rows={6}
            spellCheck={false}
            value={draft.schema}
            onChange={(event) => onChange({ schema: event.target.value })}
          />
        </Field>
      )}
    </div>
  );
}

/** Tools are rarely used and long: folded away until there are some. */
export function ToolFields({ draft, onChange, fields }: ServerFieldsProps) {
  const [startsOpen] = useState(draft.tools !== "");
  const toolsError = Object.entries(fields).find(([path]) => path.startsWith("config.parameters.tools"))?.[1];
  return (
    <details className="group rounded-md border px-3 py-2" open={startsOpen || toolsError !== undefined}>
      <summary className="cursor-pointer select-none text-muted text-sm">
        Tools that the model may call
      </summary>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        <Field
          label="Tools"
          hint='A JSON list such as [{"type": "function", "function": {"name": "find_order"}}]. Calls are stored with the answer, never carried out.'
          error={toolsError}
        >
          <Textarea
            mono
            rows={6}
            spellCheck={false}
            value={draft.tools}
            onChange={(event) => onChange({ tools: event.target.value })}
          />
        </Field>
        <Field
          label="Tool choice"
          hint="auto, none, required, or the name of a tool."
          error={fields["config.parameters.toolChoice"]}
        >
          <Input
            mono
            placeholder="default"
            value={draft.toolChoice}
            onChange={(event) => onChange({ toolChoice: event.target.value })}
          />
        </Field>
      </div>
    </details>
  );
}

function readFormat(value: string): "text" | "json" | "schema" {
  return value === "json" || value === "schema" ? value : "text";
}
