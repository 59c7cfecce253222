import type { Context } from "#lib/context/context.ts";
import { splitLabels } from "#lib/datasets/split.ts";
import { csvLine } from "#lib/formats/csv/serialise-csv.ts";
import { type GetTrendInput, getTrend, type Trend } from "./get-trend.ts";
import type { TrendPoint } from "./series/metric-point.ts";
import { type TrendTableView, viewTrendRuns } from "./table/view-trend-runs.ts";
import type { TrendRun } from "./trend-run.ts";

export type ExportTrendInput = GetTrendInput & { view: TrendTableView };

const byteOrderMark = "\uFEFF";

const columns = [
  "run",
  "finished_at",
  "model",
  "model_version",
  "dataset_version",
  "splits",
  "planned",
  "passed",
  "scored",
  "errored",
  "unscored",
  "pass_rate",
  "pass_rate_lower",
  "pass_rate_upper",
  "latency_p50_ms",
  "latency_p95_ms",
  "cost_micro_usd",
] as const;

/** The runs as the table shows them, with the figure of each line of the chart, as the text of a CSV file. */
export async function exportTrend(ctx: Context, { view, ...input }: ExportTrendInput) {
  const trend = await getTrend(ctx, input);
  const lines = trend.lines.map((line) => ({
    label: line.label,
    points: new Map(line.points.map((point) => [point.runId, point])),
  }));
  const named = lines.flatMap(({ label }) =>
    figureColumns.map((name) => `${label}: ${trend.metric} ${name}`),
  );
  const rows = viewTrendRuns(trend.runs, view).map((run) =>
    csvLine([...runCells(run), ...lines.flatMap(({ points }) => figureCells(points.get(run.runId)))]),
  );
  // Without the mark, Excel reads UTF-8 as the machine's own encoding.
  return {
    fileName: fileNameOf(trend),
    text: byteOrderMark + csvLine([...columns, ...named]) + rows.join(""),
  };
}

const figureColumns = ["value", "lower", "upper", "n"] as const;

function figureCells(point: TrendPoint | undefined): unknown[] {
  return point === undefined ? ["", "", "", ""] : [point.y, point.low, point.high, point.n];
}

function runCells(run: TrendRun): unknown[] {
  return [
    run.number,
    run.finishedAt,
    run.model.name,
    run.model.versionNumber,
    run.datasetVersion,
    run.splits.map((split) => splitLabels[split]).join(", "),
    run.planned,
    run.passed,
    run.scored,
    run.errored,
    run.unscored,
    run.passRate?.estimate,
    run.passRate?.lower,
    run.passRate?.upper,
    run.latencyP50Ms,
    run.latencyP95Ms,
    run.costMicroUsd,
  ];
}

/** Only letters, digits and hyphens reach the header of the response. */
function fileNameOf({ dataset, metric }: Trend): string {
  const name = dataset.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return `trend-${name.slice(0, 60).replaceAll(/^-|-$/g, "")}-${metric}.csv`;
}
