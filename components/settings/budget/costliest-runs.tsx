import { StaticTable } from "#components/table/static-table.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import type { CostlyRun } from "#lib/runs/spending/list-costliest-runs.ts";

export function CostliestRuns({ runs }: { runs: readonly CostlyRun[] }) {
  return (
    <StaticTable
      label="Costliest runs"
      rows={runs}
      getRowId={(run) => run.id}
      rowHref={(run) => `/runs/${run.id}`}
      columns={[
        { id: "number", header: "Run", cell: (run) => `Run ${run.number}: ${run.modelName}` },
        { id: "dataset", header: "Dataset", wideOnly: true, cell: (run) => run.datasetName },
        {
          id: "started",
          header: "Started",
          wideOnly: true,
          cell: (run) => <Timestamp value={run.createdAt} className="whitespace-nowrap text-muted" />,
        },
        {
          id: "cost",
          header: "Cost",
          numeric: true,
          cell: (run) => (
            <>
              {run.costMicroUsd === 0 && run.costUnknown > 0 ? "unknown" : formatMicroUsd(run.costMicroUsd)}
              {run.costUnknown > 0 && run.costMicroUsd > 0 && (
                <span className="block text-muted text-xs">
                  and {formatCount(run.costUnknown)} answers or grades of unknown cost
                </span>
              )}
            </>
          ),
        },
      ]}
      empty={
        <p className="px-4 py-6 text-muted text-sm">
          No run of this month has cost anything. Built-in models and models with the price 0 are free.
        </p>
      }
    />
  );
}
