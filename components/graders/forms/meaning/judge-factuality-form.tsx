"use client";

import { FieldGroup } from "#components/ui/form/field-group.tsx";
import type { JudgeFactualityConfig } from "#lib/graders/kinds/meaning/judge-factuality.ts";
import type { ConfigFormProps } from "../config-form-props.ts";
import { NumberField } from "../number-field.tsx";
import { AskingFields } from "./asking-fields.tsx";

const classes: readonly { key: keyof JudgeFactualityConfig["scores"]; label: string }[] = [
  { key: "agree", label: "Same facts" },
  { key: "superset", label: "All of them, and more" },
  { key: "subset", label: "Only some of them" },
  { key: "differ", label: "Differ, and not in facts that matter" },
  { key: "disagree", label: "A contradiction" },
];

export function JudgeFactualityForm({ config, onChange, errors }: ConfigFormProps<JudgeFactualityConfig>) {
  return (
    <>
      <FieldGroup legend="Scores" hint="For how the facts of the answer stand to the expected ones.">
        <div className="grid gap-3 sm:grid-cols-2">
          {classes.map(({ key, label }) => (
            <NumberField
              key={key}
              label={label}
              error={errors[`scores.${key}`]}
              value={config.scores[key]}
              onValueChange={(score) => onChange({ ...config, scores: { ...config.scores, [key]: score } })}
            />
          ))}
        </div>
      </FieldGroup>
      <AskingFields
        config={config}
        errors={errors}
        onChange={(changes) => onChange({ ...config, ...changes })}
      />
    </>
  );
}
