import { TriangleAlert } from "lucide-react";
import { type StaticColumn, StaticTable } from "#components/table/static-table.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { StatusDot } from "#components/ui/status-dot.tsx";
import type { ScheduleRow } from "#lib/schedules/listing/list-schedules.ts";
import { cronWords } from "#lib/schedules/timing/cron-words.ts";
import { zoneTime } from "../zone-time.ts";
import { StartResults } from "./start-results.tsx";

const columns: StaticColumn<ScheduleRow>[] = [
  { id: "name", header: "Name", cell: (row) => row.name },
  {
    id: "what",
    header: "Runs",
    wideOnly: true,
    cell: (row) => (
      <span className="flex min-w-32 flex-col">
        <span>{row.dataset.name}</span>
        <span className="line-clamp-1 text-muted text-xs" title={row.modelNames.join(", ")}>
          {row.modelNames.join(", ")}
        </span>
      </span>
    ),
  },
  {
    id: "when",
    header: "When",
    wideOnly: true,
    cell: (row) => (
      <span className="flex flex-col whitespace-nowrap">
        <span>{cronWords(row.cron)}</span>
        <span className="text-muted text-xs">{row.timeZone}</span>
      </span>
    ),
  },
  {
    id: "next",
    header: "Next start",
    cell: (row) =>
      row.nextStartAt === null ? (
        <StatusDot tone="neutral">Off</StatusDot>
      ) : (
        <span className="tabular flex flex-col whitespace-nowrap">
          <span>{zoneTime(row.nextStartAt, row.timeZone)}</span>
          <Timestamp value={row.nextStartAt} className="text-muted text-xs" />
        </span>
      ),
  },
  {
    id: "last",
    header: "Last result",
    cell: (row) => (
      <span className="flex min-w-40 flex-col gap-0.5">
        {row.lastStart === null ? (
          <span className="text-faint">none yet</span>
        ) : (
          <StartResults start={row.lastStart} max={2} />
        )}
        {row.lastError !== null && (
          <span className="flex items-start gap-1.5 text-warning text-xs">
            <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
            <span>Not started last time: {row.lastError}</span>
          </span>
        )}
      </span>
    ),
  },
];

export function SchedulesTable({ rows }: { rows: readonly ScheduleRow[] }) {
  return (
    <StaticTable
      label="Schedules"
      columns={columns}
      rows={rows}
      getRowId={(row) => row.id}
      rowHref={(row) => `/schedules/${row.id}`}
    />
  );
}
