import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { mostModels, type ScheduleContent } from "./schedule-content.ts";
import { cronProblem } from "./timing/cron.ts";

/** Refuses a schedule that could never start: no such moment, or a dataset or models that this workspace does not have. */
export async function checkSchedule(ctx: Context, content: ScheduleContent): Promise<void> {
  const problem = cronProblem(content.cron, ctx.now);
  if (problem !== null) throw new AppError("invalid", problem, { cron: problem });
  if (content.modelIds.length === 0 && !content.productionModel) {
    const message = "Choose at least one model.";
    throw new AppError("invalid", message, { modelIds: message });
  }
  if (content.modelIds.length === mostModels && content.productionModel) {
    const message = `Choose at most ${mostModels - 1} models beside the one in production.`;
    throw new AppError("invalid", message, { modelIds: message });
  }
  const scope = { workspaceId: ctx.workspaceId, archivedAt: null };
  const [datasets, models] = await Promise.all([
    db().dataset.count({ where: { ...scope, id: content.datasetId } }),
    db().model.count({ where: { ...scope, id: { in: content.modelIds } } }),
  ]);
  if (datasets === 0) {
    const message = "There is no such dataset in this workspace, or it is archived. Choose another one.";
    throw new AppError("not-found", message, { datasetId: message });
  }
  if (models < content.modelIds.length) {
    const message =
      "One of the models is not in this workspace, or it is archived. Reload the page and choose again.";
    throw new AppError("not-found", message, { modelIds: message });
  }
}

export function noSuchSchedule(): AppError {
  return new AppError("not-found", "There is no schedule with this id in this workspace.");
}

export function nameTaken(name: string): string {
  return `There is a schedule with the name “${name}” already. Choose another name; it may be among the archived ones.`;
}
