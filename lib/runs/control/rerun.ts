import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { requireRole } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { verdictRuleSchema } from "#lib/graders/verdict/verdict-rule-schema.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { noSuchRun } from "../no-such-run.ts";
import { type StartedRuns, startRuns } from "../start-runs.ts";

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
  const run = await db().run.findFirst({
    where: { id: runId, workspaceId: ctx.workspaceId },
    select: {
      number: true,
      datasetVersionId: true,
      modelVersionId: true,
      splits: true,
      repetitions: true,
      useCache: true,
      budgetMicroUsd: true,
      priority: true,
      maxTries: true,
      verdictRule: true,
      graders: { orderBy: { position: "asc" }, select: { graderVersionId: true } },
    },
  });
  if (run === null) throw noSuchRun();
  return await startRuns(ctx, {
    requestKey,
    name: `Run ${run.number} again`,
    datasetVersionId: run.datasetVersionId,
    modelVersionIds: [run.modelVersionId],
    graderVersionIds: run.graders.map(({ graderVersionId }) => graderVersionId),
    verdictRule: verdictRuleSchema.parse(run.verdictRule),
    splits: run.splits,
    repetitions: run.repetitions,
    useCache: run.useCache,
    budgetMicroUsd: run.budgetMicroUsd === null ? null : Number(run.budgetMicroUsd),
    priority: run.priority,
    maxTries: run.maxTries,
  });
}
