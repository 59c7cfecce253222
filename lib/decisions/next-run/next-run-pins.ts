import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type PinsOfRun, pinsOfRun } from "#lib/runs/starting/pins-of-run.ts";

export const nextRunFields = {
  likeRunId: idSchema,
  modelId: idSchema,
  repetitions: z.number().int().min(1).max(100).optional(),
};

export type NextRunPins = PinsOfRun["pins"] & { likeRunNumber: number; datasetId: string };

/**
 * The pins of a run for the board that the other run is on: its dataset version, graders, verdict rule and options. A model that made
 * that run is asked about all cases of the version, with the version of the model that is weighed; another one with its newest version,
 * on the cases of that run, so that the two can be paired.
 */
export async function nextRunPins(
  ctx: Context,
  { likeRunId, modelId, repetitions }: z.output<z.ZodObject<typeof nextRunFields>>,
): Promise<NextRunPins> {
  const { pins, number, datasetId, modelId: likeModelId } = await pinsOfRun(ctx, likeRunId);
  const about = { likeRunNumber: number, datasetId, ...(repetitions !== undefined && { repetitions }) };
  if (modelId === likeModelId) return { ...pins, ...about, splits: [] };
  return { ...pins, ...about, modelVersionIds: [await newestVersion(ctx, modelId)] };
}

async function newestVersion(ctx: Context, modelId: string): Promise<string> {
  const newest = await db().modelVersion.findFirst({
    where: { workspaceId: ctx.workspaceId, modelId },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (newest !== null) return newest.id;
  throw new AppError("not-found", "There is no model with this id in this workspace. Reload the page.");
}
