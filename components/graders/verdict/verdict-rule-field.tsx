"use client";

import { useId } from "react";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { RadioCards } from "#components/ui/form/radio-cards.tsx";
import {
  usualMeanThreshold,
  type VerdictRule,
  verdictRuleProblem,
} from "#lib/graders/verdict/verdict-rule.ts";
import { NumberField } from "../forms/number-field.tsx";

export type VerdictRuleFieldProps = {
  value: VerdictRule;
  onValueChange: (rule: VerdictRule) => void;
  /** The chosen graders. */
  graders: readonly { weight: number; critical: boolean }[];
  disabled?: boolean;
};

/** How the grades of one answer become its verdict: "An answer passes when …". */
export function VerdictRuleField({ value, onValueChange, graders, disabled = false }: VerdictRuleFieldProps) {
  const name = useId();
  const hasCritical = graders.some(({ weight, critical }) => critical && weight > 0);
  return (
    <div className="flex flex-col gap-3">
      <FieldGroup
        legend="An answer passes when …"
        hint={
          hasCritical
            ? "Critical graders must pass in any case. Graders of weight 0 are recorded and do not count."
            : "Graders of weight 0 are recorded and do not count."
        }
      >
        <RadioCards
          name={name}
          columns={3}
          value={value.kind}
          onValueChange={(kind) => onValueChange(ruleOf(kind))}
          options={options.map((option) => ({ ...option, disabled }))}
        />
      </FieldGroup>
      {value.kind === "weighted" && !disabled && (
        <div className="max-w-60">
          <NumberField
            label="Mean score, at least"
            hint="From 0 to 1. A score of which lower is better counts as 1 minus the score."
            error={verdictRuleProblem(value) ?? undefined}
            value={value.threshold}
            onValueChange={(threshold) => onValueChange({ kind: "weighted", threshold })}
          />
        </div>
      )}
    </div>
  );
}

const options = [
  { value: "all", label: "every grader passes it", description: "One failure is enough to fail." },
  { value: "any", label: "one grader passes it", description: "For graders that are alternatives." },
  {
    value: "weighted",
    label: "the mean score is high enough",
    description: "Scores count by the weights of their graders.",
  },
];

function ruleOf(kind: string): VerdictRule {
  if (kind === "weighted") return { kind, threshold: usualMeanThreshold };
  return { kind: kind === "any" ? "any" : "all" };
}
