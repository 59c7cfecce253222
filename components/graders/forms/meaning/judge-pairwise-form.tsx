"use client";

import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import type { JudgePairwiseConfig } from "#lib/graders/kinds/meaning/judge-pairwise.ts";
import type { ConfigFormProps } from "../config-form-props.ts";
import { AskingFields } from "./asking-fields.tsx";

export function JudgePairwiseForm({ config, onChange, errors }: ConfigFormProps<JudgePairwiseConfig>) {
  return (
    <>
      <Field
        label="Compared with"
        hint="expected, or a field such as metadata.previous_answer. Each judgement is made in both orders: two calls."
        error={errors.against}
      >
        <Input
          mono
          autoComplete="off"
          value={config.against}
          onChange={(event) => onChange({ ...config, against: event.target.value })}
        />
      </Field>
      <AskingFields
        config={config}
        errors={errors}
        onChange={(changes) => onChange({ ...config, ...changes })}
      />
    </>
  );
}
