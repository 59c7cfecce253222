"use client";

import { RunOptionFields } from "#components/runs/start/options/run-option-fields.tsx";
import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { splitExplanations, splitLabels, splits } from "#lib/datasets/split.ts";
import type { ScheduleDraft } from "./schedule-draft.ts";

export type OptionFieldsProps = {
  draft: ScheduleDraft;
  onChange: (part: Partial<ScheduleDraft>) => void;
  fields: Readonly<Record<string, string>>;
};

/** How the runs are started: which cases, how often, from the cache or not, for how much, before or after others. */
export function OptionFields({ draft, onChange, fields }: OptionFieldsProps) {
  const asked = draft.splits.length === 0 ? splits : draft.splits;
  function toggle(split: (typeof splits)[number], checked: boolean) {
    const next = splits.filter((one) => (one === split ? checked : asked.includes(one)));
    if (next.length > 0) onChange({ splits: next.length === splits.length ? [] : next });
  }
  return (
    <div className="flex flex-col gap-5">
      <FieldGroup legend="Splits" hint="Which cases are asked.">
        <div className="grid gap-3 sm:grid-cols-3">
          {splits.map((split) => (
            <Checkbox
              key={split}
              label={splitLabels[split]}
              hint={splitExplanations[split]}
              checked={asked.includes(split)}
              onCheckedChange={(checked) => toggle(split, checked)}
            />
          ))}
        </div>
      </FieldGroup>
      <RunOptionFields
        texts={draft.options}
        problems={{
          repetitions: fields["options.repetitions"],
          budget: fields["options.budgetMicroUsd"],
          tries: fields["options.maxTries"],
        }}
        onChange={(part) => onChange({ options: { ...draft.options, ...part } })}
      />
    </div>
  );
}
