"use client";

import { Alert } from "#components/ui/feedback/alert.tsx";
import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { type Split, splitExplanations, splitLabels, splits } from "#lib/datasets/split.ts";
import type { StartChoices } from "#lib/runs/starting/load-start-choices.ts";
import type { StartAddress } from "./use-start-address.ts";

export type CaseFieldsProps = {
  choices: StartChoices;
  address: StartAddress;
  /** Splits whose cases are asked; never empty while the version has cases. */
  askedSplits: readonly Split[];
  onDatasetChange: () => void;
};

/** Which cases are asked: dataset, version and splits. */
export function CaseFields({
  choices,
  address: { address, setAddress },
  askedSplits,
  onDatasetChange,
}: CaseFieldsProps) {
  const { datasets, chosen } = choices;
  const dataset = datasets.find((one) => one.id === address.dataset);
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Dataset">
          <NativeSelect
            value={dataset?.id ?? ""}
            onChange={(event) => {
              onDatasetChange();
              void setAddress({ dataset: event.target.value || null, version: null, split: null });
            }}
          >
            <option value="">Choose a dataset</option>
            {datasets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </Field>
        {dataset && dataset.versions.length > 0 && (
          <Field label="Version">
            <NativeSelect
              value={String(address.version ?? dataset.versions[0]?.number)}
              onChange={(event) => void setAddress({ version: Number(event.target.value) })}
            >
              {dataset.versions.map((version, index) => (
                <option key={version.id} value={version.number}>
                  {`Version ${version.number}${index === 0 ? ", the newest" : ""}: ${formatCount(version.caseCount)} cases`}
                </option>
              ))}
            </NativeSelect>
          </Field>
        )}
      </div>
      {dataset && dataset.versions.length === 0 && (
        <Alert
          tone="warning"
          action={
            <LinkButton size="sm" href={`/datasets/${dataset.id}`}>
              Open the dataset
            </LinkButton>
          }
        >
          {dataset.name} has no published version yet. Publish one first; runs are measured on fixed versions.
        </Alert>
      )}
      {chosen && chosen.id === dataset?.id && (
        <FieldGroup
          legend="Splits"
          hint="How the cases may be used. Compare models on cases that nobody tuned on."
        >
          <div className="grid gap-3 sm:grid-cols-3">
            {splits.map((split) => (
              <Checkbox
                key={split}
                label={
                  <>
                    {splitLabels[split]}{" "}
                    <span className="tabular text-faint">{formatCount(chosen.caseCounts[split])}</span>
                  </>
                }
                hint={splitExplanations[split]}
                disabled={chosen.caseCounts[split] === 0}
                checked={askedSplits.includes(split)}
                onCheckedChange={(checked) =>
                  void setAddress({
                    split: splits.filter((one) => (one === split ? checked : askedSplits.includes(one))),
                  })
                }
              />
            ))}
          </div>
        </FieldGroup>
      )}
    </div>
  );
}
