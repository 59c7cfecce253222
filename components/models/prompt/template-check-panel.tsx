"use client";

import { Check } from "lucide-react";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { DatasetChoice } from "#lib/models/list-dataset-choices.ts";
import type { TemplateCheck } from "#lib/models/template/check-template-against-dataset.ts";
import { DatasetField } from "./dataset-field.tsx";

export type TemplateCheckPanelProps = {
  datasets: readonly DatasetChoice[];
  datasetId: string;
  onDatasetChange: (datasetId: string) => void;
  check: TemplateCheck | null;
  onInsertField: (field: string) => void;
};

/** Which fields the chosen dataset offers, and which of those in the prompt it does not have. */
export function TemplateCheckPanel(props: TemplateCheckPanelProps) {
  const { datasets, datasetId, onDatasetChange, check, onInsertField } = props;
  if (datasets.length === 0) {
    return (
      <Alert>
        There is no dataset to check the prompt against yet. <TextLink href="/datasets">Create one</TextLink>{" "}
        to see its fields here.
      </Alert>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <DatasetField
        label="Check against dataset"
        datasets={datasets}
        datasetId={datasetId}
        onDatasetChange={onDatasetChange}
      />
      {check && (
        <>
          <AvailableFields fields={check.availableFields} onInsert={onInsertField} />
          <CheckResult check={check} />
        </>
      )}
    </div>
  );
}

type AvailableFieldsProps = { fields: readonly string[]; onInsert: (field: string) => void };

function AvailableFields({ fields, onInsert }: AvailableFieldsProps) {
  if (fields.length === 0) return <p className="text-muted text-xs">This dataset has no cases yet.</p>;
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-muted text-xs">Press a field to put it in at the cursor.</p>
      <ul aria-label="Available fields" className="flex flex-wrap gap-1.5">
        {fields.map((field) => (
          <li key={field} className="min-w-0">
            <button
              type="button"
              onClick={() => onInsert(field)}
              className="max-w-full truncate rounded-sm border border-strong bg-raised px-1.5 py-0.5 font-mono text-xs hover:bg-hover"
            >
              {`{{${field}}}`}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function CheckResult({ check }: { check: TemplateCheck }) {
  if (check.problems.length > 0) {
    return (
      <Alert tone="warning" live title="The prompt names fields that are not there">
        <ul className="list-disc pl-4">
          {check.problems.map((problem) => (
            <li key={problem.field} className="break-words">
              {problem.sentence}
            </li>
          ))}
        </ul>
      </Alert>
    );
  }
  if (!check.namesInput) {
    return (
      <Alert tone="warning" live title="Every case would get the same prompt">
        The prompt names no field of the input. Put one in, for example {"{{input}}"}.
      </Alert>
    );
  }
  return (
    <output className="flex items-center gap-1.5 text-muted text-xs">
      <Check aria-hidden className="size-3.5" />
      Every field of the prompt is in "{check.datasetName}".
    </output>
  );
}
