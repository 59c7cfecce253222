import { listBaselines } from "#lib/baselines/list-baselines.ts";
import type { Context } from "#lib/context/context.ts";
import type { Trend } from "../get-trend.ts";
import { readMeasures } from "../reading/read-measures.ts";
import { readTrendRuns } from "../reading/read-trend-runs.ts";
import { metricPoint } from "../series/metric-point.ts";
import { parseSubject } from "../trend-subject.ts";
import type { AcceptedRun } from "./alarm-pairs.ts";

export type AcceptedRunOfTrend = AcceptedRun & {
  note: string;
  approvedBy: string;
  /** In the metric of the trend, for the line that is looked at; null where the run has none. */
  value: number | null;
};

/** So many approvals back is the history of the line that runs are held to. */
const newest = 50;

type Asked = Pick<Trend, "dataset" | "metric" | "subject" | "focus">;

/** The runs that were approved as baselines of the dataset, the newest approval first; one that is no longer there is left out. */
export async function listAcceptedRuns(
  ctx: Context,
  { dataset, metric, subject: text, focus }: Asked,
): Promise<AcceptedRunOfTrend[]> {
  const { items } = await listBaselines(ctx, { datasetId: dataset.id, limit: newest });
  if (items.length === 0) return [];
  const subject = parseSubject(text);
  const runIds = [...new Set(items.map((item) => item.run.id))];
  const names = subject.kind === "graders" || subject.kind === "slices" ? [focus?.id ?? ""] : null;
  const [found, measures] = await Promise.all([
    readTrendRuns(ctx, { datasetId: dataset.id, runIds, limit: newest }),
    readMeasures(ctx, runIds, { metric, subject, names }),
  ]);
  return items.flatMap(({ run: { id }, approvedAt, note, approvedBy }) => {
    const run = found.find((one) => one.run.runId === id)?.run;
    if (run === undefined) return [];
    const measure = measures.find((one) => one.runId === id) ?? null;
    const { y } = metricPoint(run, metric, measure, { whole: subject.kind === "whole" });
    return [{ run, approvedAt, note, approvedBy, value: y }];
  });
}
