import { StaticTable } from "#components/table/static-table.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatNumber } from "#components/ui/format/number-format.ts";
import type { SightWorker } from "#lib/runs/sight/run-sight.ts";

/** A worker says every 5 seconds that it is alive; a lease on a shard ends after about as long. */
const lateAfterSeconds = 15;

/** The worker processes that have a part of this run. */
export function WorkerTable({ workers }: { workers: readonly SightWorker[] }) {
  return (
    <div className="overflow-hidden rounded-md border">
      <StaticTable
        label="Workers of this run"
        rows={workers}
        getRowId={(worker) => worker.id}
        columns={[
          {
            id: "worker",
            header: "Worker",
            cell: ({ host, pid }) => (
              <span className="break-all font-mono text-xs">
                {host} <span className="text-faint">{pid}</span>
              </span>
            ),
          },
          {
            id: "shards",
            header: "Shards",
            numeric: true,
            wideOnly: true,
            cell: (worker) => formatCount(worker.shards),
          },
          {
            id: "calls",
            header: "Under way",
            numeric: true,
            cell: (worker) => formatCount(worker.inFlight),
          },
          {
            id: "rate",
            header: "Calls per second",
            numeric: true,
            wideOnly: true,
            cell: (worker) => formatNumber(worker.perSecond, 1),
          },
          {
            id: "seen",
            header: "Last sign",
            numeric: true,
            cell: ({ lastSeenSeconds }) => (
              <span className={lastSeenSeconds > lateAfterSeconds ? "text-warning" : undefined}>
                {lastSeenSeconds > lateAfterSeconds ? "silent for " : ""}
                {formatCount(Math.max(0, lastSeenSeconds))} s
                {lastSeenSeconds > lateAfterSeconds ? "" : " ago"}
              </span>
            ),
          },
        ]}
      />
    </div>
  );
}
