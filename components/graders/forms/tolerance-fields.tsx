"use client";

import { NumberField } from "./number-field.tsx";

type Tolerances = { absoluteTolerance: number; relativeTolerance: number };

export type ToleranceFieldsProps = {
  value: Tolerances;
  onChange: (changes: Partial<Tolerances>) => void;
  errors: Readonly<Record<string, string>>;
  /** What the amount is of. */
  hint: string;
};

/** How far a number may be from the expected one; two fields for the grid around them. */
export function ToleranceFields({ value, onChange, errors, hint }: ToleranceFieldsProps) {
  return (
    <>
      <NumberField
        label="Numbers may differ by"
        hint={hint}
        error={errors.absoluteTolerance}
        value={value.absoluteTolerance}
        onValueChange={(absoluteTolerance) => onChange({ absoluteTolerance })}
      />
      <NumberField
        label="Or by a share of the expected number"
        hint="0.01 is one percent."
        error={errors.relativeTolerance}
        value={value.relativeTolerance}
        onValueChange={(relativeTolerance) => onChange({ relativeTolerance })}
      />
    </>
  );
}
