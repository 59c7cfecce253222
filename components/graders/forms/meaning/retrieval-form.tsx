"use client";

import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import type { JudgedListConfig, RetrievalConfig } from "#lib/graders/judging/lists/retrieval-config.ts";
import type { ConfigFormProps } from "../config-form-props.ts";
import { JudgesField } from "./judge-fields.tsx";

export function RetrievalForm({ config, onChange, errors }: ConfigFormProps<RetrievalConfig>) {
  return (
    <>
      <Field
        label="Retrieved contexts"
        hint="A field of the case that holds a list of texts, such as metadata.contexts or input.documents."
        error={errors.contexts}
      >
        <Input
          mono
          autoComplete="off"
          value={config.contexts}
          onChange={(event) => onChange({ ...config, contexts: event.target.value })}
        />
      </Field>
      <JudgedListForm
        config={config}
        errors={errors}
        onChange={(judged) => onChange({ ...config, ...judged })}
      />
    </>
  );
}

export function JudgedListForm({ config, onChange, errors }: ConfigFormProps<JudgedListConfig>) {
  return (
    <JudgesField
      panel={false}
      judges={config.judges}
      error={errors.judges}
      onChange={(judges) => onChange({ ...config, judges })}
    />
  );
}
