"use client";

import { Field } from "#components/ui/form/field.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import type { TryDataset } from "./try-box.tsx";

export type DatasetChoiceProps = {
  datasets: readonly TryDataset[];
  value: string;
  onValueChange: (datasetId: string) => void;
};

export function DatasetChoice({ datasets, value, onValueChange }: DatasetChoiceProps) {
  return (
    <Field label="Dataset">
      <NativeSelect value={value} onChange={(event) => onValueChange(event.target.value)}>
        {datasets.map((dataset) => (
          <option key={dataset.id} value={dataset.id}>
            {dataset.name}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}
