"use client";

import { useState } from "react";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import type { ServerDraft } from "./server-draft.ts";
import { FormatFields, ToolFields } from "./structured-fields.tsx";

export type ServerFieldsProps = {
  draft: ServerDraft;
  onChange: (part: Partial<ServerDraft>) => void;
  fields: Readonly<Record<string, string>>;
};

const NUMBERS = [
  { name: "temperature", label: "Temperature", hint: "0 to 2. 0 repeats itself most." },
  { name: "topP", label: "Top p", hint: "0 to 1." },
  { name: "maxTokens", label: "Most tokens", hint: "Longer answers are cut off." },
  { name: "seed", label: "Seed", hint: "Where the server honours it." },
] as const;

/** Everything left empty is not sent, and the server's own default holds. */
export function ParameterFields({ draft, onChange, fields }: ServerFieldsProps) {
  const errorOf = (name: string) => fields[`config.parameters.${name}`];
  const [startsOpen] = useState(draft.stop !== "" || draft.extra !== "");
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {NUMBERS.map(({ name, label, hint }) => (
          <Field key={name} label={label} hint={hint} error={errorOf(name)}>
            <Input
              inputMode="decimal"
              placeholder="default"
              value={draft[name]}
              onChange={(event) => onChange({ [name]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <FormatFields draft={draft} onChange={onChange} fields={fields} />
      <ToolFields draft={draft} onChange={onChange} fields={fields} />
      <details
        className="group rounded-md border px-3 py-2"
        open={startsOpen || errorOf("extra") !== undefined}
      >
        <summary className="cursor-pointer select-none text-muted text-sm">
          Stop texts and extra parameters
        </summary>
        <div className="mt-3 grid gap-4 sm:grid-cols-2">
          <Field label="Stop texts" hint="One a line; \n is a line break." error={errorOf("stop")}>
            <Textarea mono value={draft.stop} onChange={(event) => onChange({ stop: event.target.value })} />
          </Field>
          <Field
            label="Extra parameters"
            hint={'A JSON object that is sent as it is, for example {"top_k": 20}.'}
            error={errorOf("extra")}
          >
            <Textarea
              mono
              spellCheck={false}
              value={draft.extra}
              onChange={(event) => onChange({ extra: event.target.value })}
            />
          </Field>
        </div>
      </details>
    </div>
  );
}

/** Dollars per million tokens. Empty is unknown, which is not free. */
export function PriceFields({ draft, onChange, fields }: ServerFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label="Input, $ per million tokens"
        hint="Empty means unknown; costs are then shown as unknown."
        error={fields["config.inputPrice"]}
      >
        <Input
          inputMode="decimal"
          placeholder="unknown"
          value={draft.inputPrice}
          onChange={(event) => onChange({ inputPrice: event.target.value })}
        />
      </Field>
      <Field
        label="Output, $ per million tokens"
        hint="Enter 0 for a server of your own that costs nothing a call."
        error={fields["config.outputPrice"]}
      >
        <Input
          inputMode="decimal"
          placeholder="unknown"
          value={draft.outputPrice}
          onChange={(event) => onChange({ outputPrice: event.target.value })}
        />
      </Field>
    </div>
  );
}
