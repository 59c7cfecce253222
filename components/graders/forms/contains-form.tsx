"use client";

import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import type { ContainsConfig } from "#lib/graders/kinds/text/contains.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { ConfigFormProps } from "./config-form-props.ts";

export function ContainsForm({ config, onChange, errors }: ConfigFormProps<ContainsConfig>) {
  const textError = errors.texts ?? Object.entries(errors).find(([path]) => path.startsWith("texts."))?.[1];
  return (
    <>
      <ChoiceField
        label="Texts to look for"
        value={config.source}
        options={[
          { value: "expected", label: "The case’s expected value" },
          { value: "config", label: "The same texts for every case" },
        ]}
        onValueChange={(source) => onChange({ ...config, source })}
      />
      {config.source === "config" && (
        <Field label="Texts" hint="One on each line." error={textError}>
          <Textarea
            rows={3}
            value={config.texts.join("\n")}
            onChange={(event) => onChange({ ...config, texts: linesOf(event.target.value) })}
          />
        </Field>
      )}
      <ChoiceField
        label="When there are several"
        value={config.mode}
        options={[
          { value: "all", label: "The answer must contain all of them" },
          { value: "any", label: "One of them is enough" },
        ]}
        onValueChange={(mode) => onChange({ ...config, mode })}
      />
      <Checkbox
        label="Ignore upper and lower case"
        checked={config.ignoreCase}
        onCheckedChange={(ignoreCase) => onChange({ ...config, ignoreCase })}
      />
    </>
  );
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}
