"use client";

import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { ChoiceField } from "../forms/choice-field.tsx";
import { NumberField } from "../forms/number-field.tsx";
import { thresholdSentence } from "../threshold-sentence.ts";
import type { GraderDraft } from "./grader-draft.ts";

export type DecisionFieldsProps = {
  draft: GraderDraft;
  onChange: (changes: Partial<GraderDraft>) => void;
  errors: Readonly<Record<string, string>>;
  binary: boolean;
};

/** How a score becomes a verdict, and how much the verdict counts. */
export function DecisionFields({ draft, onChange, errors, binary }: DecisionFieldsProps) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <ChoiceField
          label="Better is"
          value={draft.direction}
          options={[
            { value: "higher", label: "A higher score" },
            { value: "lower", label: "A lower score" },
          ]}
          onValueChange={(direction) => onChange({ direction })}
        />
        <NumberField
          label="Threshold"
          hint={binary ? "The score is 0 or 1." : "From 0 to 1."}
          error={errors.threshold}
          value={draft.threshold}
          onValueChange={(threshold) => onChange({ threshold })}
        />
      </div>
      <p className="text-muted text-sm" aria-live="polite">
        An answer {thresholdSentence(draft)}.
      </p>
      <NumberField
        label="Weight"
        hint={
          draft.weight === 0
            ? "Weight 0: recorded and shown, and it does not decide whether an attempt passes."
            : "0 records the score without deciding whether an attempt passes."
        }
        error={errors.weight}
        value={draft.weight}
        onValueChange={(weight) => onChange({ weight })}
      />
      <Checkbox
        label="Critical"
        hint="For what must never go wrong: its failures are named apart from all others."
        checked={draft.critical}
        onCheckedChange={(critical) => onChange({ critical })}
      />
    </>
  );
}
