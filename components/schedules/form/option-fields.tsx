"use client";

import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { SegmentedControl } from "#components/ui/form/segmented-control.tsx";
import { splitExplanations, splitLabels, splits } from "#lib/datasets/split.ts";
import { priorityLabels } from "#lib/runs/control/priority-labels.ts";
import { priorities } from "#lib/runs/starting/options/default-run-options.ts";
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
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Repetitions"
          hint="How often each case is asked, 1 to 100."
          error={fields["options.repetitions"]}
        >
          <Input
            inputMode="numeric"
            autoComplete="off"
            className="tabular"
            value={draft.repetitions}
            onChange={(event) => onChange({ repetitions: event.target.value })}
          />
        </Field>
        <Field
          label="Budget of each run, in dollars"
          hint="The run pauses when it is reached. Empty is no limit."
          error={fields["options.budgetMicroUsd"]}
        >
          <Input
            inputMode="decimal"
            autoComplete="off"
            className="tabular"
            value={draft.budget}
            onChange={(event) => onChange({ budget: event.target.value })}
          />
        </Field>
      </div>
      <Checkbox
        label="Use answers from the cache"
        hint="An equal request is not made and not paid again; a dataset and a model that have not changed are then not measured anew."
        checked={draft.useCache}
        onCheckedChange={(useCache) => onChange({ useCache })}
      />
      <div className="flex flex-col gap-1.5">
        <p className="font-medium text-sm">Priority</p>
        <SegmentedControl
          label="Priority"
          options={priorities.map((value) => ({ value, label: priorityLabels[value] }))}
          value={draft.priority}
          onValueChange={(priority) => onChange({ priority })}
        />
      </div>
    </div>
  );
}
