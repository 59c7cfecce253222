import type { DataColumn } from "#components/table/data-column.ts";
import { Badge } from "#components/ui/badge.tsx";
import { binaryDecision } from "#lib/graders/binary-decision.ts";
import type { GraderRow } from "#lib/graders/listing/grader-row.ts";

export const graderColumns: readonly DataColumn<GraderRow>[] = [
  {
    id: "name",
    header: "Name",
    width: 190,
    grow: 1,
    sortable: true,
    cell: (row) => <span className="font-medium">{row.name}</span>,
  },
  { id: "kind", header: "Kind", width: 150, sortable: true, cell: (row) => row.kindLabel },
  {
    id: "explanation",
    header: "What it does",
    width: 300,
    grow: 3,
    cell: (row) => (
      <span className="line-clamp-2 whitespace-normal text-muted text-xs" title={row.explanation}>
        {row.explanation}
      </span>
    ),
  },
  {
    id: "threshold",
    header: "Passes at",
    width: 110,
    grow: 0,
    numeric: true,
    sortable: true,
    description: "The score from which, or up to which, an answer passes.",
    cell: (row) =>
      row.binary
        ? passesWhen[binaryDecision(row)]
        : `${row.direction === "higher" ? "≥" : "≤"} ${Number(row.threshold.toFixed(4))}`,
  },
  {
    id: "weight",
    header: "Weight",
    width: 130,
    grow: 0,
    numeric: true,
    sortable: true,
    firstDirection: "desc",
    description: "Weight 0 is recorded and does not decide.",
    cell: (row) =>
      row.weight === 0 ? <Badge tone="outline">recorded only</Badge> : Number(row.weight.toFixed(4)),
  },
  {
    id: "critical",
    header: "Critical",
    width: 90,
    grow: 0,
    cell: (row) =>
      row.critical ? <Badge tone="warning">critical</Badge> : <span className="text-faint">no</span>,
  },
  {
    id: "datasets",
    header: "Used by",
    width: 180,
    grow: 1,
    sortable: true,
    firstDirection: "desc",
    cell: (row) => {
      const names = row.datasets.map((dataset) => dataset.name).join(", ");
      return names === "" ? (
        <span className="text-faint">no dataset</span>
      ) : (
        <span title={names}>{names}</span>
      );
    },
  },
];

const passesWhen = { met: "check met", "not-met": "check NOT met", always: "always" };
