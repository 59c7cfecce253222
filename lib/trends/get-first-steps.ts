import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";

export type FirstSteps = {
  version: boolean;
  model: boolean;
  grader: boolean;
  run: boolean;
  comparison: boolean;
};

/** How far a workspace has come from an empty one to its first comparison. */
export async function getFirstSteps(ctx: Context): Promise<FirstSteps> {
  const where = { workspaceId: ctx.workspaceId };
  const [version, model, grader, run, finished] = await Promise.all([
    db().datasetVersion.findFirst({ where, select: { id: true } }),
    db().model.findFirst({ where: { ...where, archivedAt: null }, select: { id: true } }),
    db().grader.findFirst({ where: { ...where, archivedAt: null }, select: { id: true } }),
    db().run.findFirst({ where, select: { id: true } }),
    db().run.findMany({ where: { ...where, state: "finished" }, select: { id: true }, take: 2 }),
  ]);
  return {
    version: version !== null,
    model: model !== null,
    grader: grader !== null,
    run: run !== null,
    comparison: finished.length === 2,
  };
}
