"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { RadioCards } from "#components/ui/form/radio-cards.tsx";
import { formatBytes } from "#components/ui/format/format-bytes.ts";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { type ColumnMapping, columnMappingSchema, proposeMapping } from "#lib/datasets/column-mapping.ts";
import type { ImportOptions } from "#lib/datasets/importing/import-options.ts";
import { splitExplanations, splitLabels, splits } from "#lib/datasets/split.ts";
import type { FormatId } from "#lib/formats/registry.ts";
import { MappingTable } from "./mapping-table.tsx";
import { PreviewCases } from "./preview-cases.tsx";
import type { Preview } from "./read-preview.ts";

export type MapColumnsProps = {
  file: File;
  format: FormatId;
  preview: Preview;
  onFormat: (format: FormatId) => void;
  onBack: () => void;
  onImport: (options: ImportOptions) => void;
};

const rejectedChoices = [
  {
    value: "stop",
    label: "Import nothing",
    description: "You get the list of rows that cannot be read, correct the file, and import it again.",
  },
  {
    value: "skip",
    label: "Leave them out",
    description: "Every other row is imported. The report lists what was left out.",
  },
];

export function MapColumns({ file, format, preview, onFormat, onBack, onImport }: MapColumnsProps) {
  const [mapping, setMapping] = useState<ColumnMapping>(() =>
    proposeMapping(
      preview.columns,
      preview.rows.map((row) => row.values),
    ),
  );
  const [onRejected, setOnRejected] = useState<"stop" | "skip">("stop");
  const parsed = columnMappingSchema.safeParse(mapping);
  const problem = parsed.success ? null : (parsed.error.issues[0]?.message ?? "The mapping is not complete.");
  const hasSplit = mapping.columns.some((column) => column.role === "split");

  function submit() {
    const columns = mapping.columns.filter((column) => column.role !== "ignore");
    if (problem === null) onImport({ format, mapping: { ...mapping, columns }, onRejected });
  }

  return (
    <div className="flex flex-col gap-5">
      <Card
        flush
        title={<bdi>{file.name}</bdi>}
        description={`${formatBytes(file.size)}. ${formatCount(preview.columns.length)} columns found${preview.isPart ? " in the start of the file" : ""}.`}
        actions={
          <>
            <NativeSelect
              aria-label="Format of the file"
              className="w-32"
              value={format}
              onChange={(event) => onFormat(event.target.value === "jsonl" ? "jsonl" : "csv")}
            >
              <option value="csv">CSV</option>
              <option value="jsonl">JSON Lines</option>
            </NativeSelect>
            <Button onClick={onBack}>Other file</Button>
          </>
        }
      >
        <MappingTable
          columns={mapping.columns}
          rows={preview.rows}
          onChange={(columns) => setMapping({ ...mapping, columns })}
        />
      </Card>
      <Card title="Rows without a split of their own, and rows with errors">
        <div className="flex flex-col gap-5">
          <Field
            label={hasSplit ? "Split of rows whose split is empty" : "Split of every row"}
            hint={splitExplanations[mapping.defaultSplit]}
          >
            <NativeSelect
              className="max-w-56"
              value={mapping.defaultSplit}
              onChange={(event) => {
                const chosen = splits.find((known) => known === event.target.value);
                if (chosen !== undefined) setMapping({ ...mapping, defaultSplit: chosen });
              }}
            >
              {splits.map((split) => (
                <option key={split} value={split}>
                  {splitLabels[split]}
                </option>
              ))}
            </NativeSelect>
          </Field>
          <FieldGroup legend="If some rows cannot be read">
            <RadioCards
              name="rejected"
              options={rejectedChoices}
              value={onRejected}
              onValueChange={(value) => setOnRejected(value === "skip" ? "skip" : "stop")}
            />
          </FieldGroup>
        </div>
      </Card>
      <Card flush title="The first cases as they will be">
        {problem === null ? (
          <PreviewCases rows={preview.rows} mapping={mapping} />
        ) : (
          <Alert tone="warning" live className="m-4">
            {problem}
          </Alert>
        )}
      </Card>
      {preview.rejected.length > 0 && (
        <Alert
          tone="warning"
          title={`${formatCount(preview.rejected.length)} of the first rows cannot be read`}
        >
          Line {preview.rejected[0]?.line}: {preview.rejected[0]?.reason}
        </Alert>
      )}
      <div className="flex justify-end gap-2">
        <Button variant="primary" size="lg" disabled={problem !== null} onClick={submit}>
          Import cases
        </Button>
      </div>
    </div>
  );
}
