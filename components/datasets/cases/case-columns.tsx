import type { DataColumn } from "#components/table/data-column.ts";
import { Badge } from "#components/ui/badge.tsx";
import type { CaseRow } from "#lib/datasets/cases/list-cases.ts";
import { splitLabels } from "#lib/datasets/split.ts";

const shownTags = 3;

export const caseColumns: readonly DataColumn<CaseRow>[] = [
  {
    id: "key",
    header: "Key",
    description: "Names the case for life, in every version and run",
    width: 130,
    grow: 0,
    sortable: true,
    cell: (row) => <span className="truncate font-mono text-xs">{row.key}</span>,
  },
  {
    id: "input",
    header: "Input",
    width: 340,
    grow: 4,
    cell: (row) => (
      <bdi className="block truncate" title={row.title}>
        {row.title}
      </bdi>
    ),
  },
  {
    id: "expected",
    header: "Expected",
    width: 150,
    grow: 1,
    cell: (row) =>
      row.expected === "" ? (
        <span className="text-faint">none</span>
      ) : (
        <bdi className="block truncate">{row.expected}</bdi>
      ),
  },
  {
    id: "tags",
    header: "Tags",
    width: 130,
    grow: 1,
    cell: (row) => (
      <span className="flex min-w-0 gap-1 overflow-hidden" title={row.tags.join(", ")}>
        {row.tags.slice(0, shownTags).map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
        {row.tags.length > shownTags && (
          <span className="text-faint text-xs">+{row.tags.length - shownTags}</span>
        )}
      </span>
    ),
  },
  { id: "split", header: "Split", width: 80, grow: 0, cell: (row) => splitLabels[row.split] },
  {
    id: "change",
    header: "Change",
    description: "Against the version before",
    width: 84,
    grow: 0,
    cell: (row) =>
      row.change && <Badge tone={row.change === "added" ? "outline" : "accent"}>{row.change}</Badge>,
  },
  {
    id: "position",
    header: "Position",
    numeric: true,
    sortable: true,
    width: 100,
    grow: 0,
    cell: (row) => row.position,
  },
];
