import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";

export type PreviewRun = { id: string; number: number; datasetName: string };

const DATASETS = 20;

/** The last finished run of each dataset that a grader judges, newest first: where a draft of it can be tried out. */
export async function listPreviewRuns(ctx: Context, input: { graderId: string }): Promise<PreviewRun[]> {
  const graderId = parseInput(idSchema, input.graderId);
  const scope = { workspaceId: ctx.workspaceId };
  const newest = await db().run.groupBy({
    by: ["datasetId"],
    where: { ...scope, state: "finished", graders: { some: { graderVersion: { graderId } } } },
    _max: { number: true },
    orderBy: { _max: { number: "desc" } },
    take: DATASETS,
  });
  const runs = await db().run.findMany({
    where: { ...scope, number: { in: newest.flatMap(({ _max: { number } }) => number ?? []) } },
    orderBy: { number: "desc" },
    select: { id: true, number: true, dataset: { select: { name: true } } },
  });
  return runs.map(({ id, number, dataset }) => ({ id, number, datasetName: dataset.name }));
}
