import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";

export function noSuchRun(): AppError {
  return new AppError("not-found", "There is no run with this id in this workspace.");
}

export async function refuseUnknownRun(ctx: Context, runId: string): Promise<void> {
  if ((await db().run.count({ where: { id: runId, workspaceId: ctx.workspaceId } })) === 0) throw noSuchRun();
}
