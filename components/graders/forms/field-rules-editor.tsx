"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { Input } from "#components/ui/form/input.tsx";
import type { JsonFieldsConfig } from "#lib/graders/kinds/structure/json-fields.ts";
import { ChoiceField } from "./choice-field.tsx";
import { ruleOptions } from "./field-rule-options.ts";

export type FieldRulesEditorProps = {
  fields: JsonFieldsConfig["fields"];
  onChange: (fields: JsonFieldsConfig["fields"]) => void;
  errors: Readonly<Record<string, string>>;
};

/** Fields that are compared in another way than the rest. */
export function FieldRulesEditor({ fields, onChange, errors }: FieldRulesEditorProps) {
  return (
    <FieldGroup
      legend="Fields with their own rule"
      hint="Name a field of the expected object, or everything below it: total, vendor.name, vendor."
      error={errors.fields}
    >
      {fields.map((field, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the inputs hold no state of their own
        <div key={index} className="grid grid-cols-[1fr_auto] items-end gap-2 sm:grid-cols-[1fr_1fr_auto]">
          <Field
            label={`Field ${index + 1}`}
            error={errors[`fields.${index}.path`]}
            className="max-sm:col-span-2"
          >
            <Input
              mono
              autoComplete="off"
              value={field.path}
              onChange={(event) => onChange(fields.with(index, { ...field, path: event.target.value }))}
            />
          </Field>
          <ChoiceField
            label="Compared"
            value={field.rule}
            options={ruleOptions}
            onValueChange={(rule) => onChange(fields.with(index, { ...field, rule }))}
          />
          <Button
            variant="ghost"
            size="icon"
            aria-label={`Remove the rule for field ${index + 1}`}
            onClick={() => onChange(fields.toSpliced(index, 1))}
          >
            <Trash2 aria-hidden />
          </Button>
        </div>
      ))}
      <div>
        <Button size="sm" onClick={() => onChange([...fields, { path: "", rule: "ignore-case" }])}>
          <Plus aria-hidden />
          Add a field
        </Button>
      </div>
    </FieldGroup>
  );
}
