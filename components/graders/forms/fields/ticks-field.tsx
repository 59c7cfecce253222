"use client";

import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import type { FieldOption } from "./config-field.ts";

export type TicksFieldProps = {
  label: string;
  hint?: string;
  error?: string;
  value: readonly string[];
  options: readonly FieldOption[];
  onValueChange: (value: string[]) => void;
};

/** Any of a few named settings. */
export function TicksField({ label, hint, error, value, options, onValueChange }: TicksFieldProps) {
  return (
    <FieldGroup legend={label} hint={hint} error={error}>
      <div className="grid gap-2.5 sm:grid-cols-2">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            hint={option.hint}
            checked={value.includes(option.value)}
            onCheckedChange={(checked) => {
              const others = value.filter((other) => other !== option.value);
              onValueChange(checked ? [...others, option.value] : others);
            }}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
