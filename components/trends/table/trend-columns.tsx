import type { DataColumn } from "#components/table/data-column.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Proportion } from "#components/ui/display/proportion.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import { splitLabels } from "#lib/datasets/split.ts";
import type { TrendRun } from "#lib/trends/trend-run.ts";

/** The columns; accepted runs are named by their numbers. */
export function trendColumns(accepted: readonly number[]): readonly DataColumn<TrendRun>[] {
  return [
    {
      id: "number",
      header: "Run",
      width: accepted.length > 0 ? 136 : 70,
      grow: 0,
      sortable: true,
      firstDirection: "desc",
      cell: (run) => (
        <span className="inline-flex items-center gap-2">
          <span className="font-medium">{run.number}</span>
          {accepted.includes(run.number) && <Badge tone="accent">accepted</Badge>}
        </span>
      ),
    },
    ...figureColumns,
  ];
}

const figureColumns: readonly DataColumn<TrendRun>[] = [
  {
    id: "model",
    header: "Model",
    width: 150,
    grow: 2,
    cell: (run) => (
      <span className="truncate" title={run.model.name}>
        {run.model.name} <span className="text-faint text-xs">v{run.model.versionNumber}</span>
      </span>
    ),
  },
  { id: "version", header: "Dataset", width: 76, grow: 0, cell: (run) => `v${run.datasetVersion}` },
  {
    id: "splits",
    header: "Splits",
    width: 76,
    grow: 0,
    cell: (run) =>
      run.splits.length === 0 ? (
        <span className="text-faint">all</span>
      ) : (
        run.splits.map((split) => splitLabels[split]).join(", ")
      ),
  },
  {
    id: "pass-rate",
    header: "Pass rate",
    description: "Passed of scored cases with the 95 % Wilson interval and the number of scored cases",
    numeric: true,
    sortable: true,
    firstDirection: "desc",
    width: 206,
    grow: 0,
    cell: (run) =>
      run.passRate === null ? (
        <span className="text-faint">–</span>
      ) : (
        <Proportion rate={run.passRate} n={run.scored} />
      ),
  },
  {
    id: "errors",
    header: "Not judged",
    description: "Errored, unscored: attempts that count neither as passed nor as failed",
    numeric: true,
    sortable: true,
    firstDirection: "desc",
    width: 104,
    grow: 0,
    cell: (run) => `${formatCount(run.errored)}, ${formatCount(run.unscored)}`,
  },
  {
    id: "latency-p50",
    header: "p50 latency",
    numeric: true,
    sortable: true,
    width: 104,
    grow: 0,
    cell: (run) => formatMs(run.latencyP50Ms),
  },
  {
    id: "latency",
    header: "p95 latency",
    numeric: true,
    sortable: true,
    width: 104,
    grow: 0,
    cell: (run) => formatMs(run.latencyP95Ms),
  },
  {
    id: "cost",
    header: "Cost",
    numeric: true,
    sortable: true,
    width: 84,
    grow: 0,
    cell: (run) => formatMicroUsd(run.costMicroUsd),
  },
  {
    id: "finished",
    header: "Finished",
    sortable: true,
    firstDirection: "desc",
    width: 110,
    grow: 1,
    cell: (run) => <Timestamp value={run.finishedAt} />,
  },
];
