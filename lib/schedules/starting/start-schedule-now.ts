import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import type { StartedRuns } from "#lib/runs/start-runs.ts";
import { noSuchSchedule } from "../check-schedule.ts";
import { startScheduled } from "./start-scheduled.ts";

const startScheduleNowInput = z.object({
  scheduleId: idSchema,
  /** Chosen by the page: a second click starts nothing more. */
  requestKey: z.string().min(8).max(100),
});
export type StartScheduleNowInput = z.input<typeof startScheduleNowInput>;

/** Starts what a schedule names at once. Its planned starts stay as they are. */
export async function startScheduleNow(ctx: Context, input: StartScheduleNowInput): Promise<StartedRuns> {
  requireRole(ctx, "editor", "start runs");
  const { scheduleId, requestKey } = parseInput(startScheduleNowInput, input);
  const schedule = await db().schedule.findFirst({
    where: { id: scheduleId, workspaceId: ctx.workspaceId },
    select: {
      name: true,
      datasetId: true,
      modelIds: true,
      productionModel: true,
      options: true,
      archivedAt: true,
    },
  });
  if (schedule === null) throw noSuchSchedule();
  if (schedule.archivedAt !== null) {
    throw new AppError("conflict", `The schedule ${schedule.name} is archived. Restore it first.`);
  }
  const started = await startScheduled(ctx, { ...schedule, requestKey });
  await db().experiment.updateMany({
    where: { id: started.experimentId, workspaceId: ctx.workspaceId },
    data: { scheduleId },
  });
  return started;
}
