import type { Context } from "#lib/context/context.ts";
import type { StartedRuns } from "#lib/runs/start-runs.ts";
import { startNewest } from "#lib/runs/starting/start-newest.ts";
import { scheduleOptionsSchema } from "../schedule-content.ts";

export type ScheduledStart = {
  name: string;
  datasetId: string;
  modelIds: readonly string[];
  options: unknown;
  /** The same key starts the same runs once. */
  requestKey: string;
};

/** Starts what a schedule names, each at its newest version. */
export async function startScheduled(ctx: Context, schedule: ScheduledStart): Promise<StartedRuns> {
  const { requestKey, name, datasetId, modelIds, options } = schedule;
  const pins = { requestKey, name, datasetId, modelIds: [...modelIds] };
  return await startNewest(ctx, { ...pins, ...scheduleOptionsSchema.parse(options) });
}
