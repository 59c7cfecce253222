import { splitLabels } from "#lib/datasets/split.ts";
import type { TrendMetric, TrendRun } from "./trend-run.ts";

export type MetricPoint = {
  x: number;
  y: number | null;
  low: number | null;
  high: number | null;
  n: number;
  runId: string;
  number: number;
  label: string;
};
export type MetricSeries = { id: string; label: string; points: MetricPoint[] };

/**
 * One series for each model and choice of splits, the most recently run first: runs over other splits measure something else and
 * are never joined by a line.
 */
export function trendSeries(runs: readonly TrendRun[], metric: TrendMetric): MetricSeries[] {
  const series = new Map<string, MetricSeries>();
  for (const run of runs) {
    const splits = [...run.splits]
      .sort()
      .map((split) => splitLabels[split])
      .join(", ");
    const id = `${run.model.id} ${splits}`;
    const label = splits === "" ? run.model.name : `${run.model.name} (${splits})`;
    // Taken out and put back, so that the map ends with the series of the newest run.
    const one = series.get(id) ?? { id, label, points: [] };
    series.delete(id);
    series.set(id, { ...one, points: [...one.points, pointOf(run, metric)] });
  }
  return [...series.values()].reverse();
}

function pointOf(run: TrendRun, metric: TrendMetric): MetricPoint {
  return {
    ...measureOf(run, metric),
    x: run.finishedAt.getTime(),
    n: run.scored,
    runId: run.runId,
    number: run.number,
    label: `Run ${run.number}: ${run.model.name} v${run.model.versionNumber}, dataset v${run.datasetVersion}`,
  };
}

function measureOf(
  run: TrendRun,
  metric: TrendMetric,
): { y: number | null; low: number | null; high: number | null } {
  switch (metric) {
    case "pass-rate":
      return {
        y: run.passRate?.estimate ?? null,
        low: run.passRate?.lower ?? null,
        high: run.passRate?.upper ?? null,
      };
    case "latency-p95":
      return { y: run.latencyP95Ms, low: null, high: null };
    case "cost":
      return { y: run.costMicroUsd, low: null, high: null };
  }
}

export type VersionMark = { x: number; label: string };

/** Where a newer dataset version comes into use than any run before had; the first run is no change. */
export function versionMarks(runs: readonly TrendRun[]): VersionMark[] {
  let newest = runs[0]?.datasetVersion ?? 0;
  return runs.flatMap((run) => {
    if (run.datasetVersion <= newest) return [];
    newest = run.datasetVersion;
    return [{ x: run.finishedAt.getTime(), label: `dataset v${newest}` }];
  });
}
