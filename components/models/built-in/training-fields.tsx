"use client";

import { Alert } from "#components/ui/feedback/alert.tsx";
import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { type Split, splitExplanations, splitLabels, splits } from "#lib/datasets/split.ts";
import type { DatasetChoice } from "#lib/models/list-dataset-choices.ts";
import type { BuiltInDraft } from "./built-in-draft.ts";

export type TrainingFieldsProps = {
  draft: BuiltInDraft;
  onChange: (part: Partial<BuiltInDraft>) => void;
  datasets: readonly DatasetChoice[];
  fields: Readonly<Record<string, string>>;
};

export function TrainingFields({ draft, onChange, datasets, fields }: TrainingFieldsProps) {
  const published = datasets.filter(({ versions }) => versions.length > 0);
  if (published.length === 0) {
    return (
      <Alert tone="warning" title="There is no published dataset version to learn from">
        <TextLink href="/datasets">Open the datasets</TextLink> and publish a version first.
      </Alert>
    );
  }
  const toggle = (split: Split, isChosen: boolean) =>
    onChange({
      trainingSplits: splits.filter((known) =>
        known === split ? isChosen : draft.trainingSplits.includes(known),
      ),
    });
  const learnsFromHeldOut = draft.trainingSplits.length === 0 || draft.trainingSplits.includes("held_out");
  return (
    <div className="flex flex-col gap-4">
      <Field
        label="Dataset version"
        required
        error={fields["config.trainingVersionId"]}
        hint="Learned anew wherever it runs; a version never changes, so the result is always the same."
        className="max-w-md"
      >
        <NativeSelect
          value={draft.trainingVersionId}
          onChange={(event) => onChange({ trainingVersionId: event.target.value })}
        >
          {draft.trainingVersionId === "" && <option value="">Choose a version</option>}
          {published.map((dataset) => (
            <optgroup key={dataset.id} label={dataset.name}>
              {dataset.versions.map((version) => (
                <option key={version.id} value={version.id}>
                  {dataset.name}, version {version.number} ({formatCount(version.caseCount)} cases)
                </option>
              ))}
            </optgroup>
          ))}
        </NativeSelect>
      </Field>
      <FieldGroup
        legend="Learn from"
        hint="None ticked means all cases."
        error={fields["config.trainingSplits"]}
      >
        <div className="grid gap-2 sm:grid-cols-3">
          {splits.map((split) => (
            <Checkbox
              key={split}
              label={splitLabels[split]}
              hint={splitExplanations[split]}
              checked={draft.trainingSplits.includes(split)}
              onCheckedChange={(isChosen) => toggle(split, isChosen)}
            />
          ))}
        </div>
      </FieldGroup>
      {learnsFromHeldOut && (
        <Alert tone="warning" title="This model would learn from held-out cases">
          A score on cases that it was trained on says nothing. Learn from tuning cases, or run it on another
          dataset.
        </Alert>
      )}
    </div>
  );
}
