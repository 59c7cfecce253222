"use client";

import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import type { RegularExpressionConfig } from "#lib/graders/kinds/text/regular-expression.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { ConfigFormProps } from "./config-form-props.ts";

export function RegularExpressionForm({
  config,
  onChange,
  errors,
}: ConfigFormProps<RegularExpressionConfig>) {
  return (
    <>
      <Field
        label="Pattern"
        hint="RE2 syntax, which always ends: no look-around and no back-references. Named groups, (?<year>\d{4}), are shown with the verdict."
        error={errors.pattern}
      >
        <Textarea
          mono
          rows={2}
          spellCheck={false}
          value={config.pattern}
          onChange={(event) => onChange({ ...config, pattern: event.target.value })}
        />
      </Field>
      <ChoiceField
        label="The pattern must match"
        value={config.match}
        options={[
          { value: "search", label: "Some part of the answer" },
          { value: "full", label: "The whole answer" },
        ]}
        onValueChange={(match) => onChange({ ...config, match })}
      />
      <div className="flex flex-col gap-2">
        <Checkbox
          label="Ignore upper and lower case"
          checked={config.ignoreCase}
          onCheckedChange={(ignoreCase) => onChange({ ...config, ignoreCase })}
        />
        <Checkbox
          label="^ and $ match at every line"
          checked={config.multiline}
          onCheckedChange={(multiline) => onChange({ ...config, multiline })}
        />
        <Checkbox
          label="The dot matches line ends too"
          checked={config.dotAll}
          onCheckedChange={(dotAll) => onChange({ ...config, dotAll })}
        />
      </div>
    </>
  );
}
