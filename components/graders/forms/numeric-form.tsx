"use client";

import type { NumericConfig } from "#lib/graders/kinds/numbers/numeric.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { ConfigFormProps } from "./config-form-props.ts";
import { NumberField } from "./number-field.tsx";

export function NumericForm({ config, onChange, errors }: ConfigFormProps<NumericConfig>) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <NumberField
        label="May differ by"
        hint="An amount: 0.01 for a cent."
        error={errors.absoluteTolerance}
        value={config.absoluteTolerance}
        onValueChange={(absoluteTolerance) => onChange({ ...config, absoluteTolerance })}
      />
      <NumberField
        label="Or by a share of the expected number"
        hint="0.01 is one percent. The larger of both counts."
        error={errors.relativeTolerance}
        value={config.relativeTolerance}
        onValueChange={(relativeTolerance) => onChange({ ...config, relativeTolerance })}
      />
      <ChoiceField
        label="When the answer has several numbers"
        value={config.take}
        options={[
          { value: "last", label: "The last one counts" },
          { value: "first", label: "The first one counts" },
          { value: "only", label: "The answer is wrong" },
        ]}
        onValueChange={(take) => onChange({ ...config, take })}
      />
      <ChoiceField
        label="Numbers are written as"
        value={config.decimalMark}
        options={[
          { value: "point", label: "1,234.56" },
          { value: "comma", label: "1.234,56" },
        ]}
        onValueChange={(decimalMark) => onChange({ ...config, decimalMark })}
      />
      <ChoiceField
        label="25% means"
        value={config.percent}
        options={[
          { value: "plain", label: "25" },
          { value: "fraction", label: "0.25" },
        ]}
        onValueChange={(percent) => onChange({ ...config, percent })}
      />
    </div>
  );
}
