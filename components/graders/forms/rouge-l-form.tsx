"use client";

import { Checkbox } from "#components/ui/form/checkbox.tsx";
import type { RougeLConfig } from "#lib/graders/kinds/overlap/rouge-l.ts";
import { ChoiceField } from "./choice-field.tsx";
import type { ConfigFormProps } from "./config-form-props.ts";

export function RougeLForm({ config, onChange }: ConfigFormProps<RougeLConfig>) {
  return (
    <>
      <ChoiceField
        label="The score is"
        value={config.measure}
        options={[
          { value: "f1", label: "F1: both at once" },
          { value: "recall", label: "Recall: how much of the expected text is there" },
          { value: "precision", label: "Precision: how much of the answer was expected" },
        ]}
        onValueChange={(measure) => onChange({ ...config, measure })}
      />
      <Checkbox
        label="Compare stems of words"
        hint="“running” and “runs” count as the same word. English only."
        checked={config.stem}
        onCheckedChange={(stem) => onChange({ ...config, stem })}
      />
    </>
  );
}
