import { type StaticColumn, StaticTable } from "#components/table/static-table.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import type { DecisionRow } from "#lib/decisions/reading/list-decisions.ts";
import { StateBadge } from "../state-badge.tsx";

const columns: StaticColumn<DecisionRow>[] = [
  {
    id: "decision",
    header: "Decision",
    cell: ({ number, question }) => (
      <span className="break-words">
        {number}: {question}
      </span>
    ),
  },
  {
    id: "model",
    header: "Chosen model",
    cell: ({ model, waived }) => (
      <span className="flex flex-wrap items-center gap-1.5">
        <span className="break-words">{model}</span>
        {waived && <Badge tone="warning">by waiver</Badge>}
      </span>
    ),
  },
  { id: "dataset", header: "Dataset", wideOnly: true, cell: ({ dataset }) => dataset.name },
  {
    id: "state",
    header: "State",
    cell: ({ state, reasons }) => (
      <span className="flex flex-col items-start gap-0.5">
        <StateBadge state={state} />
        {reasons[0] && (
          <span className="max-w-72 text-muted text-xs">
            {reasons[0].sentence}
            {reasons.length > 1 && ` And ${reasons.length - 1} more.`}
          </span>
        )}
      </span>
    ),
  },
  {
    id: "approved",
    header: "Approved",
    wideOnly: true,
    cell: ({ approvedBy, createdAt }) => (
      <span className="flex flex-col whitespace-nowrap">
        <span>{approvedBy}</span>
        <Timestamp value={createdAt} className="text-muted text-xs" />
      </span>
    ),
  },
  {
    id: "expires",
    header: "Holds until",
    wideOnly: true,
    cell: ({ expiresAt }) =>
      expiresAt === null ? (
        <span className="text-faint">something changes</span>
      ) : (
        <span className="tabular whitespace-nowrap">{expiresAt.toISOString().slice(0, 10)}</span>
      ),
  },
];

export function DecisionsTable({ rows }: { rows: readonly DecisionRow[] }) {
  return (
    <StaticTable
      label="Decisions"
      columns={columns}
      rows={rows}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/decisions/${id}`}
    />
  );
}
