"use client";

import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { binaryDecision, binaryRules } from "#lib/graders/binary-decision.ts";
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
      {binary ? (
        <BinaryDecisionField draft={draft} onChange={onChange} />
      ) : (
        <ThresholdFields draft={draft} onChange={onChange} errors={errors} />
      )}
      <p className="text-muted text-sm" aria-live="polite">
        An answer {thresholdSentence({ ...draft, binary })}.
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

type PartProps = Pick<DecisionFieldsProps, "draft" | "onChange">;

/** Met or not met; a stored rule that passes everything is shown until another one is chosen. */
function BinaryDecisionField({ draft, onChange }: PartProps) {
  const decision = binaryDecision(draft);
  const always = { value: "always" as const, label: "Always, whatever the answer" };
  return (
    <ChoiceField
      label="An answer passes"
      value={decision}
      options={[
        { value: "met" as const, label: "When the check is met" },
        { value: "not-met" as const, label: "When the check is NOT met" },
        ...(decision === "always" ? [always] : []),
      ]}
      onValueChange={(chosen) => chosen !== "always" && onChange(binaryRules[chosen])}
    />
  );
}

function ThresholdFields({ draft, onChange, errors }: PartProps & Pick<DecisionFieldsProps, "errors">) {
  return (
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
        hint="From 0 to 1."
        error={errors.threshold}
        value={draft.threshold}
        onValueChange={(threshold) => onChange({ threshold })}
      />
    </div>
  );
}
