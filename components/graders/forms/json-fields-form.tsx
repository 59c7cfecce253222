"use client";

import { Checkbox } from "#components/ui/form/checkbox.tsx";
import type { JsonFieldsConfig } from "#lib/graders/kinds/structure/json-fields.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { ConfigFormProps } from "./config-form-props.ts";
import { ruleOptions } from "./field-rule-options.ts";
import { FieldRulesEditor } from "./field-rules-editor.tsx";
import { ToleranceFields } from "./tolerance-fields.tsx";

export function JsonFieldsForm({ config, onChange, errors }: ConfigFormProps<JsonFieldsConfig>) {
  return (
    <>
      <ChoiceField
        label="Fields are compared"
        value={config.defaultRule}
        options={ruleOptions}
        onValueChange={(defaultRule) => onChange({ ...config, defaultRule })}
      />
      <FieldRulesEditor
        fields={config.fields}
        errors={errors}
        onChange={(fields) => onChange({ ...config, fields })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <ToleranceFields
          value={config}
          errors={errors}
          hint="For fields that are compared as numbers."
          onChange={(changes) => onChange({ ...config, ...changes })}
        />
      </div>
      <div className="flex flex-col gap-2">
        <Checkbox
          label="A missing field counts as null"
          checked={config.missingIsNull}
          onCheckedChange={(missingIsNull) => onChange({ ...config, missingIsNull })}
        />
        <Checkbox
          label="Fields that were not expected count as wrong"
          checked={config.extraFields === "count"}
          onCheckedChange={(counted) => onChange({ ...config, extraFields: counted ? "count" : "allow" })}
        />
        <Checkbox
          label="JSON may stand in a code fence"
          hint="Takes the first ```json block of the answer and ignores the text around it."
          checked={config.allowFence}
          onCheckedChange={(allowFence) => onChange({ ...config, allowFence })}
        />
      </div>
    </>
  );
}
