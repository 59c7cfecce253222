"use client";

import { StaticTable } from "#components/table/static-table.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { valuePreview } from "#lib/datasets/case-text.ts";
import {
  type ColumnRole,
  columnRoles,
  type MappedColumn,
  type ValueType,
  valueTypes,
} from "#lib/datasets/column-mapping.ts";
import type { SourceRow } from "#lib/formats/tabular-row.ts";

const roleLabels: Record<ColumnRole, string> = {
  input: "Input",
  expected: "Expected",
  key: "Key",
  tags: "Tags",
  split: "Split",
  metadata: "Metadata",
  cluster: "Cluster",
  ignore: "Leave out",
};

const typeLabels: Record<ValueType, string> = {
  "as-is": "As in the file",
  text: "Text",
  json: "JSON",
  number: "Number",
  boolean: "True or false",
};

const typedRoles: readonly ColumnRole[] = ["input", "expected", "metadata"];
const shownSamples = 2;

export type MappingTableProps = {
  columns: readonly MappedColumn[];
  rows: readonly SourceRow[];
  onChange: (columns: MappedColumn[]) => void;
};

/** What each column of the file becomes. */
export function MappingTable({ columns, rows, onChange }: MappingTableProps) {
  const change = (name: string, part: Partial<MappedColumn>) =>
    onChange(columns.map((column) => (column.column === name ? { ...column, ...part } : column)));
  const samplesOf = (name: string) =>
    [...new Set(rows.map((row) => valuePreview(row.values[name])).filter((text) => text !== ""))].slice(
      0,
      shownSamples,
    );

  return (
    <StaticTable
      label="Columns of the file"
      rows={columns}
      getRowId={(column) => column.column}
      columns={[
        {
          id: "column",
          header: "Column",
          cell: ({ column }) => <bdi className="font-medium font-mono text-xs">{column}</bdi>,
        },
        {
          id: "samples",
          header: "First values",
          className: "max-w-80",
          wideOnly: true,
          cell: ({ column }) => (
            <span className="flex flex-col text-muted text-xs">
              {samplesOf(column).map((sample) => (
                <bdi key={sample} className="truncate">
                  {sample}
                </bdi>
              ))}
            </span>
          ),
        },
        {
          id: "role",
          header: "Becomes",
          cell: ({ column, role }) => (
            <NativeSelect
              aria-label={`What "${column}" becomes`}
              className="min-w-32"
              value={role}
              onChange={(event) => {
                const chosen = columnRoles.find((known) => known === event.target.value);
                if (chosen !== undefined) change(column, { role: chosen });
              }}
            >
              {columnRoles.map((known) => (
                <option key={known} value={known}>
                  {roleLabels[known]}
                </option>
              ))}
            </NativeSelect>
          ),
        },
        {
          id: "type",
          header: "Read as",
          cell: ({ column, role, type }) =>
            typedRoles.includes(role) && (
              <NativeSelect
                aria-label={`How "${column}" is read`}
                className="min-w-32"
                value={type}
                onChange={(event) => {
                  const chosen = valueTypes.find((known) => known === event.target.value);
                  if (chosen !== undefined) change(column, { type: chosen });
                }}
              >
                {valueTypes.map((known) => (
                  <option key={known} value={known}>
                    {typeLabels[known]}
                  </option>
                ))}
              </NativeSelect>
            ),
        },
      ]}
    />
  );
}
