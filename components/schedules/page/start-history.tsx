import { type StaticColumn, StaticTable } from "#components/table/static-table.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import type { ScheduleStart } from "#lib/schedules/listing/schedule-starts.ts";
import { zoneTime } from "../zone-time.ts";
import { StartResults } from "./start-results.tsx";

/** What a schedule has started, the newest first. */
export function StartHistory({ starts, timeZone }: { starts: readonly ScheduleStart[]; timeZone: string }) {
  const columns: StaticColumn<ScheduleStart>[] = [
    {
      id: "started",
      header: "Started",
      cell: (start) => (
        <span className="tabular flex flex-col whitespace-nowrap">
          <span>{zoneTime(start.startedAt, timeZone)}</span>
          <Timestamp value={start.startedAt} className="text-muted text-xs" />
        </span>
      ),
    },
    { id: "runs", header: "Runs", cell: (start) => <StartResults start={start} /> },
    {
      id: "by",
      header: "By",
      wideOnly: true,
      cell: (start) => (start.startedBy === "schedule" ? "the clock" : start.startedBy),
    },
  ];
  return <StaticTable label="History" columns={columns} rows={starts} getRowId={(start) => start.id} />;
}
