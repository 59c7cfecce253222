import type { Trend } from "./get-trend.ts";
import type { TrendPoint } from "./series/metric-point.ts";
import type { TrendRun } from "./trend-run.ts";

type Columns<Row> = { [Key in keyof Row]: Row[Key][] };
type PackedRuns = Columns<Omit<TrendRun, "model" | "finishedAt">> & { finishedAt: string[]; model: number[] };
type PackedPoints = Columns<Omit<TrendPoint, "runId" | "number">> & { run: number[] };

/**
 * A trend whose runs and points are one text. A thousand runs are twenty thousand values, which React would write and read one by one,
 * twice: in the document and beside it.
 */
export type PackedTrend = Omit<Trend, "runs" | "lines"> & {
  lines: Omit<Trend["lines"][number], "points">[];
  /** Models once each, runs and the points of every line column by column; a point names its run by its place. */
  text: string;
};

type Text = { models: TrendRun["model"][]; runs: PackedRuns; points: PackedPoints[] };

export function packTrend({ runs, lines, ...trend }: Trend): PackedTrend {
  const models = [...new Map(runs.map(({ model }) => [modelKey(model), model])).values()];
  const placeOfModel = new Map(models.map((model, place) => [modelKey(model), place]));
  const placeOfRun = new Map(runs.map(({ runId }, place) => [runId, place]));
  const text: Text = {
    models,
    runs: {
      runId: runs.map((run) => run.runId),
      number: runs.map((run) => run.number),
      finishedAt: runs.map((run) => run.finishedAt.toISOString()),
      model: runs.map(({ model }) => placeOfModel.get(modelKey(model)) ?? 0),
      datasetVersion: runs.map((run) => run.datasetVersion),
      splits: runs.map((run) => run.splits),
      planned: runs.map((run) => run.planned),
      passed: runs.map((run) => run.passed),
      scored: runs.map((run) => run.scored),
      errored: runs.map((run) => run.errored),
      unscored: runs.map((run) => run.unscored),
      passRate: runs.map((run) => run.passRate),
      latencyP50Ms: runs.map((run) => run.latencyP50Ms),
      latencyP95Ms: runs.map((run) => run.latencyP95Ms),
      costMicroUsd: runs.map((run) => run.costMicroUsd),
    },
    points: lines.map(({ points }) => ({
      run: points.map(({ runId }) => placeOfRun.get(runId) ?? -1),
      y: points.map((point) => point.y),
      low: points.map((point) => point.low),
      high: points.map((point) => point.high),
      n: points.map((point) => point.n),
      count: points.map((point) => point.count),
    })),
  };
  return { ...trend, lines: lines.map(({ points: _, ...line }) => line), text: JSON.stringify(text) };
}

/** The trend that was packed. */
export function unpackTrend({ text, lines, ...trend }: PackedTrend): Trend {
  // Written by `packTrend` of the same build.
  const { models, runs: columns, points } = JSON.parse(text) as Text;
  const runs = columns.runId.flatMap((runId, place): TrendRun[] => {
    const model = models[columns.model[place] ?? -1];
    return model === undefined
      ? []
      : [{ ...rowAt(columns, place), runId, model, finishedAt: new Date(columns.finishedAt[place] ?? 0) }];
  });
  return {
    ...trend,
    runs,
    lines: lines.map((line, index) => ({ ...line, points: pointsOf(points[index], runs) })),
  };
}

function rowAt(columns: PackedRuns, place: number) {
  return {
    number: columns.number[place] ?? 0,
    datasetVersion: columns.datasetVersion[place] ?? 0,
    splits: columns.splits[place] ?? [],
    planned: columns.planned[place] ?? 0,
    passed: columns.passed[place] ?? 0,
    scored: columns.scored[place] ?? 0,
    errored: columns.errored[place] ?? 0,
    unscored: columns.unscored[place] ?? 0,
    passRate: columns.passRate[place] ?? null,
    latencyP50Ms: columns.latencyP50Ms[place] ?? null,
    latencyP95Ms: columns.latencyP95Ms[place] ?? null,
    costMicroUsd: columns.costMicroUsd[place] ?? null,
  };
}

function pointsOf(columns: PackedPoints | undefined, runs: readonly TrendRun[]): TrendPoint[] {
  return (columns?.run ?? []).flatMap((at, place): TrendPoint[] => {
    const run = runs[at];
    if (columns === undefined || run === undefined) return [];
    return [
      {
        runId: run.runId,
        number: run.number,
        y: columns.y[place] ?? null,
        low: columns.low[place] ?? null,
        high: columns.high[place] ?? null,
        n: columns.n[place] ?? 0,
        count: columns.count[place] ?? null,
      },
    ];
  });
}

const modelKey = ({ id, versionNumber }: TrendRun["model"]) => `${id} ${versionNumber}`;
