"use client";

import { Checkbox } from "#components/ui/form/checkbox.tsx";
import type { JsonValidityConfig } from "#lib/graders/kinds/structure/json-validity.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { ConfigFormProps } from "./config-form-props.ts";

export function JsonValidityForm({ config, onChange }: ConfigFormProps<JsonValidityConfig>) {
  return (
    <>
      <ChoiceField
        label="The answer must be"
        value={config.shape}
        options={[
          { value: "object", label: "An object: { … }" },
          { value: "list", label: "A list: [ … ]" },
          { value: "any", label: "Any JSON, also a single value" },
        ]}
        onValueChange={(shape) => onChange({ ...config, shape })}
      />
      <FenceCheckbox
        checked={config.allowFence}
        onChange={(allowFence) => onChange({ ...config, allowFence })}
      />
    </>
  );
}

export function FenceCheckbox({
  checked,
  onChange,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <Checkbox
      label="JSON may stand in a code fence"
      hint="Takes the first ```json block of the answer and ignores the text around it."
      checked={checked}
      onCheckedChange={onChange}
    />
  );
}
