"use client";

import { Field } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { RadioCards } from "#components/ui/form/radio-cards.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import type { ConnectionFieldsProps } from "./connection-fields.tsx";
import type { CommandDraft } from "./settings-draft.ts";

const INPUTS = [
  { value: "text", label: "Text", description: "The prompt, its messages with an empty line between them." },
  {
    value: "json",
    label: "JSON",
    description: "One line: messages, input, metadata, tags, key, repetition, seed, parameters and model.",
  },
];

/** How a program is started, and what it reads. */
export function CommandFields({ draft, onChange, fields }: ConnectionFieldsProps) {
  const { command } = draft;
  const change = (part: Partial<CommandDraft>) => onChange({ command: { ...command, ...part } });
  const argumentsError = Object.entries(fields).find(([path]) => path.startsWith("settings.arguments"))?.[1];
  return (
    <div className="flex flex-col gap-4">
      <Field
        label="Arguments"
        optional
        error={argumentsError}
        hint="One a line, handed on as they are: no shell reads them, so quotes and variables mean nothing."
      >
        <Textarea
          mono
          rows={3}
          spellCheck={false}
          value={command.arguments}
          onChange={(event) => change({ arguments: event.target.value })}
        />
      </Field>
      <FieldGroup legend="What it reads on standard input">
        <RadioCards
          name="command-input"
          options={INPUTS}
          value={command.input}
          onValueChange={(value) => change({ input: value === "json" ? "json" : "text" })}
        />
      </FieldGroup>
      <p className="text-muted text-xs">
        Runs on the machine of the worker, with its rights. It ends with status 0 when all is well; what it
        writes to standard output is the answer, and it is killed with everything it started when the time is
        up.
      </p>
    </div>
  );
}
