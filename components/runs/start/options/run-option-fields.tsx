"use client";

import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { priorityLabels } from "#lib/runs/control/priority-labels.ts";
import { defaultRunOptions, priorities } from "#lib/runs/starting/options/default-run-options.ts";
import type { OptionTexts } from "./option-texts.ts";

export type RunOptionFieldsProps = {
  texts: OptionTexts;
  problems: Readonly<Partial<Record<keyof OptionTexts, string | undefined>>>;
  onChange: (part: Partial<OptionTexts>) => void;
  /** What there is to say of repetitions of the chosen models. */
  repetitionsHint?: string | null;
};

/** How the cases are asked, for a start by hand and for one by the clock. */
export function RunOptionFields({ texts, problems, onChange, repetitionsHint }: RunOptionFieldsProps) {
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Repetitions"
          error={problems.repetitions}
          hint={repetitionsHint ?? "How often each case is asked, up to 100."}
        >
          <Input
            inputMode="numeric"
            autoComplete="off"
            className="tabular"
            placeholder={String(defaultRunOptions.repetitions)}
            value={texts.repetitions}
            onChange={(event) => onChange({ repetitions: event.target.value })}
          />
        </Field>
        <Field
          label="Budget of each run, $"
          error={problems.budget}
          hint="The run pauses when it has cost this much, keeps its answers, and goes on when you raise it."
        >
          <Input
            inputMode="decimal"
            autoComplete="off"
            className="tabular"
            placeholder="none"
            value={texts.budget}
            onChange={(event) => onChange({ budget: event.target.value })}
          />
        </Field>
        <Field
          label="Priority"
          hint="Runs of higher priority get a larger part of a connection that they share."
        >
          <NativeSelect
            value={texts.priority}
            onChange={(event) =>
              onChange({
                priority: priorities.find((one) => one === event.target.value) ?? defaultRunOptions.priority,
              })
            }
          >
            {priorities.map((priority) => (
              <option key={priority} value={priority}>
                {priorityLabels[priority]}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field
          label="Tries of each call"
          error={problems.tries}
          hint="The first included. Only what may pass is tried again: rate limits, time-outs, server errors."
        >
          <Input
            inputMode="numeric"
            autoComplete="off"
            className="tabular"
            placeholder={String(defaultRunOptions.maxTries)}
            value={texts.tries}
            onChange={(event) => onChange({ tries: event.target.value })}
          />
        </Field>
      </div>
      <Checkbox
        label="Use answers from the cache"
        hint="An equal request (same model version, prompt, parameters and repetition) is not made and not paid again, so nothing that is unchanged is measured anew. New answers are kept for later runs; errors never are."
        checked={texts.cache}
        onCheckedChange={(cache) => onChange({ cache })}
      />
    </div>
  );
}
