"use client";

import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import type { ConnectionFieldsProps } from "./connection-fields.tsx";

const LIMITS = [
  {
    name: "maxConcurrency",
    label: "Calls at the same time",
    hint: "Over all runs and workers together.",
    placeholder: "8",
  },
  {
    name: "timeoutSeconds",
    label: "Time-out in seconds",
    hint: "For one answer, from start to end.",
    placeholder: "120",
  },
  {
    name: "requestsPerMinute",
    label: "Requests per minute",
    hint: "Of your account. Empty: no fixed limit.",
    placeholder: "no limit",
  },
  {
    name: "tokensPerMinute",
    label: "Tokens per minute",
    hint: "Prompt and answer. Empty: no fixed limit.",
    placeholder: "no limit",
  },
] as const;

/** What the connection bears. Whatever is entered, Touchstone slows down when the server says that it is too much. */
export function LimitFields({
  draft,
  onChange,
  fields,
}: Pick<ConnectionFieldsProps, "draft" | "onChange" | "fields">) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {LIMITS.map(({ name, label, hint, placeholder }) => (
        <Field key={name} label={label} hint={hint} error={fields[name]}>
          <Input
            inputMode="numeric"
            placeholder={placeholder}
            value={draft[name]}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        </Field>
      ))}
    </div>
  );
}
