import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { scorecardSchema } from "#lib/scorecards/scorecard.ts";
import { listLatestRuns } from "../board/list-latest-runs.ts";
import { type AcrossRow, acrossDatasets, type RunOnDataset, type WeighedDataset } from "./across-datasets.ts";

const weighAcrossInput = z.object({
  sets: z.array(z.object({ datasetId: idSchema, weight: z.number().nonnegative().max(1_000_000) })).max(12),
  order: z.enum(["weighted", "worst", "slice"]).default("weighted"),
});
export type WeighAcrossInput = z.input<typeof weighAcrossInput>;

const ratesOnly = scorecardSchema.pick({ passRate: true, counts: true, slices: true });

/** The latest finished run of every model on several datasets, from their stored scorecards. */
export async function weighAcross(
  ctx: Context,
  input: WeighAcrossInput,
): Promise<{ datasets: WeighedDataset[]; rows: AcrossRow[] }> {
  const { sets, order } = parseInput(weighAcrossInput, input);
  const found = await db().dataset.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: sets.map(({ datasetId }) => datasetId) } },
    select: { id: true, name: true },
  });
  const datasets = sets.map(({ datasetId, weight }) => {
    const dataset = found.find(({ id }) => id === datasetId);
    if (dataset === undefined)
      throw new AppError("not-found", "There is no dataset with this id in this workspace.");
    return { ...dataset, weight };
  });
  const runs = await Promise.all(datasets.map(async ({ id }) => await runsOn(ctx, id)));
  return { datasets, rows: acrossDatasets(datasets, runs.flat(), order) };
}

async function runsOn(ctx: Context, datasetId: string): Promise<RunOnDataset[]> {
  const runIds = await listLatestRuns(ctx, datasetId);
  const rows = await db().run.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: runIds } },
    take: runIds.length,
    select: {
      id: true,
      number: true,
      modelVersion: { select: { model: { select: { id: true, name: true } } } },
      scorecard: { select: { payload: true } },
    },
  });
  return rows.flatMap(({ id, number, modelVersion, scorecard }) => {
    const stored = scorecard && ratesOnly.parse(scorecard.payload);
    const passRate = stored?.passRate;
    if (!passRate) return [];
    const total = passRate.effectiveTotal ?? passRate.total;
    return [
      {
        datasetId,
        model: modelVersion.model,
        run: { id, number },
        n: passRate.total,
        rate: { successes: passRate.estimate * total, total },
        slices: stored.slices.flatMap(({ dimension, value: slice, passRate: rate }) =>
          rate === null
            ? []
            : [
                {
                  dimension,
                  slice,
                  n: rate.total,
                  value: rate.estimate,
                  lower: rate.lower,
                  upper: rate.upper,
                },
              ],
        ),
      },
    ];
  });
}
