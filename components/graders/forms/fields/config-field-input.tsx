"use client";

import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { Field, FieldError } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import { ChoiceField } from "../choice-field.tsx";
import { NumberField } from "../number-field.tsx";
import type { ConfigField } from "./config-field.ts";
import { JsonField } from "./json-field.tsx";
import { TicksField } from "./ticks-field.tsx";

export type ConfigFieldInputProps = {
  field: ConfigField;
  value: unknown;
  error: string | undefined;
  onValueChange: (value: unknown) => void;
};

/** The control of one setting. A stored value that is not of its type is shown as an empty one. */
export function ConfigFieldInput({ field, value, error, onValueChange }: ConfigFieldInputProps) {
  const { label, hint } = field;
  const about = { label, hint, error };
  switch (field.type) {
    case "choice":
      return (
        <ChoiceField {...about} value={textOf(value)} options={field.options} onValueChange={onValueChange} />
      );
    case "ticks":
      return (
        <TicksField {...about} value={listOf(value)} options={field.options} onValueChange={onValueChange} />
      );
    case "checkbox":
      return (
        <>
          <Checkbox label={label} hint={hint} checked={value === true} onCheckedChange={onValueChange} />
          {error && <FieldError>{error}</FieldError>}
        </>
      );
    case "number":
      return (
        <NumberField
          {...about}
          value={typeof value === "number" ? value : null}
          onValueChange={onValueChange}
          onClear={field.optional ? () => onValueChange(null) : undefined}
        />
      );
    case "text":
      return (
        <Field {...about} optional={field.optional}>
          <Input
            mono={field.mono}
            autoComplete="off"
            value={textOf(value)}
            onChange={(event) => onValueChange(typed(event.target.value, field.optional))}
          />
        </Field>
      );
    case "long-text":
      return (
        <Field {...about} optional={field.optional}>
          <Textarea
            mono={field.mono}
            spellCheck={!field.mono}
            rows={field.rows}
            value={textOf(value)}
            onChange={(event) => onValueChange(typed(event.target.value, field.optional))}
          />
        </Field>
      );
    case "texts":
      return (
        <Field {...about} hint={hint ?? "One on each line."}>
          <Textarea
            rows={field.rows}
            value={listOf(value).join("\n")}
            onChange={(event) => onValueChange(linesOf(event.target.value))}
          />
        </Field>
      );
    case "json":
      return (
        <JsonField
          {...about}
          value={value}
          rows={field.rows}
          optional={field.optional ?? false}
          onValueChange={onValueChange}
        />
      );
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function typed(text: string, optional: boolean | undefined): string | null {
  return optional && text === "" ? null : text;
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}
