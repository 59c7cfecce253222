import { StaticTable } from "#components/table/static-table.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { AuditRecord } from "#lib/workspaces/list-audit-events.ts";

export type AuditTableProps = { events: readonly AuditRecord[]; filtered: boolean };

export function AuditTable({ events, filtered }: AuditTableProps) {
  return (
    <StaticTable
      label="Audit log"
      rows={events}
      getRowId={(event) => event.id}
      empty={
        <EmptyState
          title={filtered ? "Nothing matches" : "Nothing has been changed yet"}
          text={filtered ? "Choose somebody else or another kind of thing." : "Every change appears here."}
        />
      }
      columns={[
        {
          id: "time",
          header: "When",
          className: "whitespace-nowrap text-muted",
          cell: (event) => <Timestamp value={event.createdAt} mode="absolute" />,
        },
        { id: "actor", header: "Who", cell: (event) => event.actorName },
        {
          id: "action",
          header: "What",
          cell: (event) => <span className="whitespace-nowrap font-mono text-xs">{event.action}</span>,
        },
        {
          id: "detail",
          header: "Detail",
          className: "min-w-64",
          cell: (event) => <AuditDetail detail={event.detail} />,
        },
        {
          id: "subject",
          header: "Thing",
          className: "whitespace-nowrap",
          cell: (event) => (
            <TextLink
              href={`/settings/audit?id=${encodeURIComponent(event.subjectId)}`}
              prefetch={false}
              className="font-mono text-xs"
              title={`All events of ${event.subjectType} ${event.subjectId}`}
            >
              {event.subjectId.slice(-12)}
            </TextLink>
          ),
        },
      ]}
    />
  );
}

function AuditDetail({ detail }: { detail: AuditRecord["detail"] }) {
  if (detail === null || typeof detail !== "object" || Array.isArray(detail)) return null;
  const facts = Object.entries(detail)
    .sort(byKey)
    .map(([key, value]) => `${key} ${typeof value === "string" ? value : JSON.stringify(value)}`);
  return <span className="line-clamp-3 break-words text-muted text-xs">{facts.join(", ")}</span>;
}

// The database orders the keys of JSON by their length.
function byKey([left]: [string, unknown], [right]: [string, unknown]): number {
  return left < right ? -1 : 1;
}
