import type { Context } from "#lib/context/context.ts";
import { csvLine } from "#lib/formats/csv/serialise-csv.ts";
import { type ListRunsInput, listRuns, type RunRow } from "./list-runs.ts";

const byteOrderMark = "\uFEFF";
const batchSize = 500;

const columns = [
  "run",
  "state",
  "model",
  "model_version",
  "dataset",
  "dataset_version",
  "experiment",
  "planned",
  "passed",
  "failed",
  "errored",
  "unscored",
  "pass_rate",
  "pass_rate_lower",
  "pass_rate_upper",
  "pass_rate_n",
  "latency_p95_ms",
  "cost_micro_usd",
  "created_at",
  "started_at",
  "finished_at",
  "created_by",
] as const;

/** The runs that the filter shows, in the order of the list, as a CSV file. Streams; holds one batch. */
export async function* exportRuns(
  ctx: Context,
  filter: Omit<ListRunsInput, "cursor" | "limit">,
): AsyncGenerator<string> {
  // Without the mark, Excel reads UTF-8 as the machine's own encoding.
  yield byteOrderMark + csvLine(columns);
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listRuns>> = await listRuns(ctx, {
      ...filter,
      cursor,
      limit: batchSize,
    });
    yield page.items.map((run) => csvLine(cellsOf(run))).join("");
    cursor = page.nextCursor;
  } while (cursor !== null);
}

function cellsOf(run: RunRow): unknown[] {
  return [
    run.number,
    run.state,
    run.model.name,
    run.model.version,
    run.dataset.name,
    run.dataset.version,
    run.experiment.name,
    run.planned,
    run.passed,
    run.failed,
    run.errored,
    run.unscored,
    run.passRate?.estimate,
    run.passRate?.lower,
    run.passRate?.upper,
    run.passRate?.n,
    run.latencyP95Ms,
    run.costMicroUsd,
    run.createdAt,
    run.startedAt,
    run.finishedAt,
    run.createdBy,
  ];
}
