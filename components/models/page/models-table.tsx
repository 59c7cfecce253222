"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { type DataColumn, formatSort, parseSort } from "#components/table/data-column.ts";
import { DataTable } from "#components/table/data-table.tsx";
import { TableToolbar } from "#components/table/toolbar/table-toolbar.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { arrangeModels, type ModelRow, sortableColumns } from "./arrange-models.ts";
import { priceLabel } from "./price-label.ts";

const columns: readonly DataColumn<ModelRow>[] = [
  { id: "name", header: "Name", grow: 2, width: 220, sortable: true, cell: (row) => row.name },
  {
    id: "what",
    header: "Model",
    grow: 2,
    width: 200,
    sortable: true,
    cell: (row) => <span className={row.hasModelId ? "font-mono text-xs" : undefined}>{row.what}</span>,
  },
  { id: "where", header: "Connection", grow: 1, sortable: true, cell: (row) => row.where },
  {
    id: "version",
    header: "Version",
    numeric: true,
    width: 90,
    sortable: true,
    cell: (row) => row.versionNumber,
  },
  {
    id: "price",
    header: "Price",
    description: "Dollars per million tokens, input / output",
    numeric: true,
    width: 140,
    cell: (row) => priceLabel(row),
  },
  {
    id: "created",
    header: "Created",
    width: 130,
    sortable: true,
    firstDirection: "desc",
    cell: (row) => <Timestamp value={row.createdAt} className="text-muted" />,
  },
];

/** All models of the workspace; search and sort live in the address. */
export function ModelsTable({ models }: { models: readonly ModelRow[] }) {
  const [view, setView] = useQueryStates({
    q: parseAsString.withDefault(""),
    sort: parseAsString.withDefault(""),
  });
  const sort = parseSort(view.sort, sortableColumns);
  const rows = arrangeModels(models, view.q, sort);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <TableToolbar
        search={{ label: "Search models", value: view.q, onValueChange: (q) => setView({ q: q || null }) }}
        count={{ shown: rows.length, total: models.length, noun: "model" }}
      />
      <DataTable
        label="Models"
        columns={columns}
        rows={rows}
        getRowId={(row) => row.id}
        rowHref={(row) => `/models/${row.id}`}
        sort={sort}
        onSortChange={(next) => setView({ sort: next === null ? null : formatSort(next) })}
        empty={<EmptyState title="No model matches" text="Change or clear the search." />}
      />
    </div>
  );
}
