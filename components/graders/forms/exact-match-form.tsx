"use client";

import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import type { ExactMatchConfig } from "#lib/graders/kinds/text/exact-match.ts";
import type { ConfigFormProps } from "./config-form-props.ts";

const choices: readonly { name: ExactMatchConfig["normalisations"][number]; label: string; hint: string }[] =
  [
    { name: "trim", label: "White space at the ends", hint: "A line end after the answer does not count." },
    { name: "whitespace", label: "White space", hint: "Runs of spaces and line ends count as one space." },
    { name: "case", label: "Upper and lower case", hint: "“Billing” equals “billing”." },
    {
      name: "punctuation",
      label: "Punctuation",
      hint: "Also removes signs such as . - + $, so 1.5 would equal 15. Not for numbers.",
    },
    { name: "articles", label: "The words a, an, the", hint: "English only. Not for answers such as “A”." },
    {
      name: "unicode",
      label: "Forms of characters",
      hint: "Full-width and composed letters equal plain ones (NFKC).",
    },
  ];

export function ExactMatchForm({ config, onChange, errors }: ConfigFormProps<ExactMatchConfig>) {
  return (
    <FieldGroup
      legend="What does not matter"
      hint="Removed from the answer and from the expected value before they are compared. A list of expected values is a list of accepted answers."
      error={errors.normalisations}
    >
      <div className="grid gap-2.5 sm:grid-cols-2">
        {choices.map(({ name, label, hint }) => (
          <Checkbox
            key={name}
            label={label}
            hint={hint}
            checked={config.normalisations.includes(name)}
            onCheckedChange={(checked) => {
              const others = config.normalisations.filter((other) => other !== name);
              onChange({ normalisations: checked ? [...others, name] : others });
            }}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
