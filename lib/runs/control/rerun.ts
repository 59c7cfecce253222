import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { requireRole } from "#lib/context/context.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type StartedRuns, startRuns } from "../start-runs.ts";
import { pinsOfRun } from "../starting/pins-of-run.ts";

const rerunInput = z.object({
  runId: idSchema,
  /** Chosen by the page: a second click starts nothing more. */
  requestKey: z.string().min(8).max(100),
});
export type RerunInput = z.input<typeof rerunInput>;

/** Starts a new run with everything that this one pins. Newer versions of its dataset, model and graders play no part. */
export async function rerun(ctx: Context, input: RerunInput): Promise<StartedRuns> {
  requireRole(ctx, "editor", "start runs");
  const { runId, requestKey } = parseInput(rerunInput, input);
  const { number, pins } = await pinsOfRun(ctx, runId);
  return await startRuns(ctx, { ...pins, requestKey, name: `Run ${number} again` });
}
