import { GateMark } from "#components/gates/gate-mark.tsx";
import type { DataColumn } from "#components/table/data-column.ts";
import { Proportion } from "#components/ui/display/proportion.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { Progress } from "#components/ui/feedback/progress.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatDuration } from "#components/ui/format/format-duration.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import type { GatedRunRow } from "#lib/gates/results/list-gated-runs.ts";
import type { RunRow } from "#lib/runs/list-runs.ts";
import { hasEnded } from "#lib/runs/run-state.ts";
import { outcomeParts } from "../outcome-parts.ts";
import { RunStateMark } from "./run-state-mark.tsx";

export const runColumns: readonly DataColumn<GatedRunRow>[] = [
  {
    id: "number",
    header: "Run",
    width: 76,
    grow: 0,
    sortable: true,
    firstDirection: "desc",
    cell: (run) => <span className="font-medium">{run.number}</span>,
  },
  {
    id: "model",
    header: "Model",
    width: 150,
    grow: 3,
    cell: (run) => (
      <span title={`${run.model.name}, version ${run.model.version}`}>
        {run.model.name} <span className="text-faint text-xs">v{run.model.version}</span>
      </span>
    ),
  },
  {
    id: "dataset",
    header: "Dataset",
    width: 120,
    grow: 2,
    cell: (run) => (
      <span title={`${run.dataset.name}, version ${run.dataset.version}`}>
        {run.dataset.name} <span className="text-faint text-xs">v{run.dataset.version}</span>
      </span>
    ),
  },
  { id: "state", header: "State", width: 132, grow: 0, cell: (run) => <RunState run={run} /> },
  {
    id: "passRate",
    header: "Pass rate",
    description: "Passed of scored cases with the 95 % Wilson interval and the number of scored cases",
    numeric: true,
    sortable: true,
    firstDirection: "desc",
    width: 186,
    grow: 0,
    cell: (run) =>
      run.passRate === null ? (
        <span className="text-faint">–</span>
      ) : (
        <Proportion rate={run.passRate} n={run.passRate.n} />
      ),
  },
  {
    id: "gate",
    header: "Gate",
    description: "What the run's gate said last, by the policy of its dataset; open is not enough evidence",
    width: 66,
    grow: 0,
    cell: (run) =>
      run.gate === null ? <span className="text-faint">–</span> : <GateMark short verdict={run.gate} />,
  },
  {
    id: "latency",
    header: "p95 latency",
    numeric: true,
    sortable: true,
    width: 112,
    grow: 0,
    cell: (run) => formatMs(run.latencyP95Ms),
  },
  {
    id: "cost",
    header: "Cost",
    description: "Unknown when the price of the model or the tokens of an answer are not known",
    numeric: true,
    sortable: true,
    firstDirection: "desc",
    width: 82,
    grow: 0,
    cell: (run) => formatMicroUsd(run.costMicroUsd),
  },
  {
    id: "started",
    header: "Started",
    width: 98,
    grow: 0,
    cell: (run) => <Timestamp value={run.startedAt ?? run.createdAt} />,
  },
  {
    id: "duration",
    header: "Duration",
    numeric: true,
    sortable: true,
    firstDirection: "desc",
    width: 86,
    grow: 0,
    cell: (run) =>
      run.startedAt !== null && run.finishedAt !== null
        ? formatDuration(run.finishedAt.getTime() - run.startedAt.getTime())
        : "–",
  },
  { id: "by", header: "By", width: 84, grow: 1, cell: (run) => run.createdBy },
];

function RunState({ run }: { run: RunRow }) {
  if (hasEnded(run.state)) return <RunStateMark state={run.state} />;
  const done = run.passed + run.failed + run.errored + run.unscored;
  return (
    <span className="flex flex-col gap-1">
      <span className="flex items-center justify-between gap-2">
        <RunStateMark state={run.state} />
        <span
          className="tabular text-faint text-xs"
          title={`${formatCount(done)} of ${formatCount(run.planned)} attempts`}
        >
          {formatPercent(Math.floor((done / Math.max(1, run.planned)) * 100) / 100, 0)}
        </span>
      </span>
      <Progress label={`Run ${run.number}`} hideLabel max={run.planned} value={outcomeParts(run)} />
    </span>
  );
}
