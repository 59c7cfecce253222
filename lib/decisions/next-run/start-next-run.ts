import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { type StartedRuns, startRuns } from "#lib/runs/start-runs.ts";
import { nextRunFields, nextRunPins } from "./next-run-pins.ts";

const startNextRunInput = z.object({
  ...nextRunFields,
  /** Chosen by the page: a second click starts nothing more. */
  requestKey: z.string().min(8).max(100),
});
export type StartNextRunInput = z.input<typeof startNextRunInput>;

/** Starts the run that a board lacks, with the pins of a run that is on it. A budget that cannot pay it refuses it with the figures. */
export async function startNextRun(ctx: Context, input: StartNextRunInput): Promise<StartedRuns> {
  requireRole(ctx, "editor", "start runs");
  const { requestKey, ...ask } = parseInput(startNextRunInput, input);
  const { likeRunNumber, datasetId: _, ...pins } = await nextRunPins(ctx, ask);
  return await startRuns(ctx, { ...pins, requestKey, name: `For a decision, as run ${likeRunNumber}` });
}
