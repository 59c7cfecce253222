"use client";

import { Field } from "#components/ui/form/field.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import type { DatasetChoice } from "#lib/models/list-dataset-choices.ts";

export type DatasetFieldProps = {
  label: string;
  datasets: readonly DatasetChoice[];
  datasetId: string;
  onDatasetChange: (datasetId: string) => void;
};

export function DatasetField({ label, datasets, datasetId, onDatasetChange }: DatasetFieldProps) {
  return (
    <Field label={label} className="max-w-sm">
      <NativeSelect value={datasetId} onChange={(event) => onDatasetChange(event.target.value)}>
        {datasets.map((dataset) => (
          <option key={dataset.id} value={dataset.id}>
            {dataset.name}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}
