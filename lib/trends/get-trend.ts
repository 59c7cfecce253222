import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { analyseLine, type LineAnalysis } from "./analysis/analyse-line.ts";
import { listSliceChoices, type SliceChoices } from "./reading/list-slice-choices.ts";
import { readMeasures } from "./reading/read-measures.ts";
import { type FoundRun, readTrendRuns } from "./reading/read-trend-runs.ts";
import { runsLikeNewest, type TrendLine, trendLines } from "./series/trend-lines.ts";
import { type VersionMark, versionMarks } from "./series/version-marks.ts";
import { mostLines, type TrendMetric, trendMetrics } from "./trend-metric.ts";
import type { TrendRun } from "./trend-run.ts";
import { formatSubject, parseSubject, subjectFor, type TrendSubject } from "./trend-subject.ts";

export const getTrendInput = z.object({
  datasetId: idSchema,
  metric: z.enum(trendMetrics).default("pass-rate"),
  /** As `formatSubject` writes it. */
  subject: z.string().max(1_000).default("whole"),
  /** None named means all. */
  modelIds: z.array(idSchema).max(200).default([]),
  /** First and last run number of a range. */
  range: z
    .tuple([z.number().int().min(0), z.number().int().min(0)])
    .nullable()
    .default(null),
  /** The line that limits and changes are looked for in; left out or unknown: that of the newest run. */
  lineId: z.string().max(1_000).nullable().default(null),
  limit: z.number().int().min(1).max(1_000).default(1_000),
});
export type GetTrendInput = z.input<typeof getTrendInput>;

export type Choice = { value: string; label: string; count: number };

export type Trend = {
  dataset: { id: string; name: string };
  metric: TrendMetric;
  /** As it is in the address, after what the metric cannot have was put right. */
  subject: string;
  /** The newest finished runs of the range and models, oldest first. */
  runs: TrendRun[];
  /** Whether there are older ones that the limit leaves out. */
  hasOlder: boolean;
  /** At most eight; `lineCount` is how many there are. */
  lines: TrendLine[];
  lineCount: number;
  focus: { id: string; label: string; analysis: LineAnalysis } | null;
  marks: VersionMark[];
  choices: { models: Choice[]; graders: { id: string; name: string }[]; slices: SliceChoices[] };
};

/** Runs whose slices are offered to choose from. */
const recent = 20;

/** How a dataset's finished runs went, by any metric. Reads stored figures only; bench/trend.ts prints how long it takes. */
export async function getTrend(ctx: Context, input: GetTrendInput): Promise<Trend> {
  const asked = parseInput(getTrendInput, input);
  const subject = subjectFor(asked.metric, parseSubject(asked.subject));
  const [dataset, found] = await Promise.all([findDataset(ctx, asked.datasetId), readRange(ctx, asked)]);
  const chosen = found.runs.filter(
    ({ run }) => asked.modelIds.length === 0 || asked.modelIds.includes(run.model.id),
  );
  const runs = chosen.map(({ run }) => run);
  const [{ measures, lineCount }, slices] = await Promise.all([
    readFigures(ctx, runs, { ...asked, subject }),
    listSliceChoices(
      ctx,
      runs.slice(-recent).map((run) => run.runId),
    ),
  ]);
  const graders = gradersOf(chosen);
  const lines = trendLines(runs, measures, { metric: asked.metric, subject, graderNames: graders });
  const focus = lines.find((line) => line.id === asked.lineId) ?? lines.find(hasValue) ?? lines[0] ?? null;
  return {
    dataset,
    metric: asked.metric,
    subject: formatSubject(subject),
    runs,
    hasOlder: found.hasOlder,
    lines: drawn(lines, focus),
    lineCount: lineCount ?? lines.length,
    focus: focus && {
      id: focus.id,
      label: focus.label,
      analysis: analyseLine(focus.points, asked.metric),
    },
    marks: versionMarks(comparedIn(chosen, subject, focus), focus?.modelId ?? null),
    choices: {
      models: modelChoices(found.runs),
      graders: [...graders].map(([id, name]) => ({ id, name })),
      slices,
    },
  };
}

async function findDataset(ctx: Context, id: string) {
  const where = { id, workspaceId: ctx.workspaceId };
  const dataset = await db().dataset.findFirst({ where, select: { id: true, name: true } });
  if (dataset === null)
    throw new AppError("not-found", "There is no dataset with this id in this workspace.");
  return dataset;
}

type Asked = z.output<typeof getTrendInput>;

async function readRange(ctx: Context, { datasetId, range, limit }: Asked) {
  const numbers = range && ([Math.min(...range), Math.max(...range)] as const);
  const newestFirst = await readTrendRuns(ctx, { datasetId, numbers, limit: limit + 1 });
  return { runs: newestFirst.slice(0, limit).reverse(), hasOlder: newestFirst.length > limit };
}

type Figures = { metric: TrendMetric; subject: TrendSubject; lineId: string | null };

/** The stored figures that the lines need. Of each grader or slice only as many as are drawn: those with the most cases in the newest run. */
async function readFigures(ctx: Context, runs: readonly TrendRun[], { metric, subject, lineId }: Figures) {
  if (subject.kind !== "graders" && subject.kind !== "slices") {
    const runIds = runs.map((run) => run.runId);
    return { measures: await readMeasures(ctx, runIds, { metric, subject }), lineCount: null };
  }
  const runIds = runsLikeNewest(runs).map((run) => run.runId);
  const newest = await readMeasures(ctx, runIds.slice(-1), { metric, subject });
  const largest = newest.toSorted((one, other) => other.n - one.n || one.name.localeCompare(other.name));
  const names = largest.slice(0, mostLines).map((measure) => measure.name);
  if (lineId !== null && !names.includes(lineId)) names.push(lineId);
  return { measures: await readMeasures(ctx, runIds, { metric, subject, names }), lineCount: newest.length };
}

const hasValue = ({ points }: TrendLine) => points.some(({ y }) => y !== null);

/** The first ones, and always the one that is looked at. */
function drawn(lines: readonly TrendLine[], focus: TrendLine | null): TrendLine[] {
  const first = lines.slice(0, mostLines);
  if (focus === null || first.includes(focus)) return first;
  return [...first.slice(0, mostLines - 1), focus];
}

/** Lines of graders and slices are of one model: only its runs can carry marks. */
function comparedIn(found: readonly FoundRun[], subject: TrendSubject, focus: TrendLine | null) {
  if (subject.kind !== "graders" && subject.kind !== "slices") return found;
  const inLine = new Set(focus?.points.map((point) => point.runId));
  return found.filter(({ run }) => inLine.has(run.runId));
}

function gradersOf(found: readonly FoundRun[]): Map<string, string> {
  return new Map(found.flatMap(({ pins }) => pins.graders).map(({ graderId, name }) => [graderId, name]));
}

function modelChoices(found: readonly FoundRun[]): Choice[] {
  const byModel = Map.groupBy(found, ({ run }) => run.model.id);
  return [...byModel]
    .map(([value, own]) => ({ value, label: own[0]?.run.model.name ?? value, count: own.length }))
    .sort((one, other) => one.label.localeCompare(other.label, "en"));
}
