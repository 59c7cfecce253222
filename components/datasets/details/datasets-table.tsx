import { type StaticColumn, StaticTable } from "#components/table/static-table.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import type { DatasetRow } from "#lib/datasets/list-datasets.ts";

const columns: StaticColumn<DatasetRow>[] = [
  {
    id: "name",
    header: "Name",
    cell: (row) => (
      <span className="flex min-w-40 flex-col">
        <span>{row.name}</span>
        {row.description && (
          <span className="line-clamp-1 max-w-xl font-normal text-muted text-xs">{row.description}</span>
        )}
      </span>
    ),
  },
  { id: "cases", header: "Cases", numeric: true, cell: (row) => formatCount(row.caseCount) },
  {
    id: "version",
    header: "Version",
    numeric: true,
    cell: (row) => row.latestVersion?.number ?? <span className="text-faint">none</span>,
  },
  {
    id: "changes",
    header: "Not published",
    wideOnly: true,
    cell: (row) =>
      row.draftChanges > 0 && (
        <Badge tone="accent">
          {formatCount(row.draftChanges)} {row.draftChanges === 1 ? "change" : "changes"}
        </Badge>
      ),
  },
  {
    id: "published",
    header: "Published",
    wideOnly: true,
    className: "whitespace-nowrap text-muted",
    cell: (row) => row.latestVersion && <Timestamp value={row.latestVersion.publishedAt} />,
  },
];

export function DatasetsTable({ rows }: { rows: readonly DatasetRow[] }) {
  return (
    <StaticTable
      label="Datasets"
      columns={columns}
      rows={rows}
      getRowId={(row) => row.id}
      rowHref={(row) => `/datasets/${row.id}`}
    />
  );
}
