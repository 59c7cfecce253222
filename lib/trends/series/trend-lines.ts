import { splitLabels } from "#lib/datasets/split.ts";
import type { StoredMeasure } from "../reading/read-measures.ts";
import type { TrendMetric } from "../trend-metric.ts";
import type { TrendRun } from "../trend-run.ts";
import type { TrendSubject } from "../trend-subject.ts";
import { metricPoint, type TrendPoint } from "./metric-point.ts";

export type TrendLine = { id: string; label: string; modelId: string; points: TrendPoint[] };

type Asked = {
  metric: TrendMetric;
  subject: TrendSubject;
  /** Names of graders, by their ids. */
  graderNames: ReadonlyMap<string, string>;
};

/**
 * Lines of comparable runs, which came oldest first, the line of the newest run first: one for each model and choice of splits, or, for
 * a plural subject, one for each grader or value of a slice over the runs of the newest run's model and splits. Runs over other splits
 * measure something else and are never joined.
 */
export function trendLines(
  runs: readonly TrendRun[],
  measures: readonly StoredMeasure[],
  { metric, subject, graderNames }: Asked,
): TrendLine[] {
  const ofRun = Map.groupBy(measures, (measure) => measure.runId);
  const groups = comparableRuns(runs);
  if (subject.kind !== "graders" && subject.kind !== "slices") {
    const whole = subject.kind === "whole";
    return groups.map(({ id, label, runs: own }) => ({
      id,
      label,
      modelId: own[0]?.model.id ?? "",
      points: own.map((run) => metricPoint(run, metric, ofRun.get(run.runId)?.[0] ?? null, { whole })),
    }));
  }
  const own = groups[0]?.runs ?? [];
  const names = [...new Set(own.flatMap((run) => ofRun.get(run.runId) ?? []).map(({ name }) => name))];
  return names
    .map((name) => ({
      id: name,
      label: subject.kind === "graders" ? (graderNames.get(name) ?? name) : name,
      modelId: own[0]?.model.id ?? "",
      points: own.flatMap((run) => {
        const measure = ofRun.get(run.runId)?.find((one) => one.name === name);
        return measure === undefined ? [] : [metricPoint(run, metric, measure, { whole: false })];
      }),
    }))
    .sort(
      (one, other) => weightOf(other.points) - weightOf(one.points) || one.label.localeCompare(other.label),
    );
}

/** Slices with the most cases come first. */
const weightOf = (points: readonly TrendPoint[]) => points.at(-1)?.n ?? 0;

type Group = { id: string; label: string; runs: TrendRun[] };

/** The runs that can be compared with the newest one: of its model and splits. */
export function runsLikeNewest(runs: readonly TrendRun[]): readonly TrendRun[] {
  return comparableRuns(runs)[0]?.runs ?? [];
}

function comparableRuns(runs: readonly TrendRun[]): Group[] {
  const groups = new Map<string, Group>();
  for (const run of runs) {
    const splits = run.splits
      .toSorted()
      .map((split) => splitLabels[split])
      .join(", ");
    const id = `${run.model.id} ${splits}`.trim();
    const label = splits === "" ? run.model.name : `${run.model.name} (${splits})`;
    const group = groups.get(id) ?? { id, label, runs: [] };
    // Taken out and put back, so that the map ends with the line of the newest run.
    groups.delete(id);
    group.runs.push(run);
    groups.set(id, group);
  }
  return [...groups.values()].reverse();
}
