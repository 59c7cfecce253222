"use client";

import { Field } from "#components/ui/form/field.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import { NumberField } from "../number-field.tsx";
import { JudgesField } from "./judge-fields.tsx";

type Asking = { judges: string[]; samples: number; instructions: string };

export type AskingFieldsProps = {
  config: Asking;
  onChange: (changes: Partial<Asking>) => void;
  errors: Readonly<Record<string, string>>;
};

/** Who judges, how often, and what else they should know. */
export function AskingFields({ config, onChange, errors }: AskingFieldsProps) {
  const calls = config.judges.length * config.samples;
  return (
    <>
      <JudgesField
        panel
        judges={config.judges}
        error={errors.judges}
        onChange={(judges) => onChange({ judges })}
      />
      <NumberField
        label="Judgements of each judge"
        hint={
          calls > 1
            ? `${calls} calls for each answer; the majority holds, and disagreement is shown.`
            : "More than one (an odd number) shows how sure a judge is of itself."
        }
        error={errors.samples}
        value={config.samples}
        onValueChange={(samples) => onChange({ samples })}
      />
      <Field
        label="Instructions"
        optional
        hint="What a judge must know to judge like your team."
        error={errors.instructions}
      >
        <Textarea
          rows={3}
          value={config.instructions}
          onChange={(event) => onChange({ instructions: event.target.value })}
        />
      </Field>
    </>
  );
}
