import { z } from "zod";
import { actorId, type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { splitSchema } from "#lib/datasets/split-schema.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { verdictRuleSchema } from "#lib/graders/verdict/verdict-rule-schema.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { newId } from "#lib/ids/new-id.ts";
import { loadStartable, type Startable } from "./load-startable.ts";
import { runOptionFields } from "./starting/options/run-options.ts";
import { refuseOverBudget } from "./starting/refuse-over-budget.ts";
import { writeRun } from "./starting/write-run.ts";

export const startRunsInput = z.object({
  /** Chosen by the form when it opens: two clicks on Start, or a repeated request, start the runs once. */
  requestKey: z.string().min(8).max(100),
  name: z.string().trim().max(200).default(""),
  datasetVersionId: idSchema,
  modelVersionIds: z
    .array(idSchema)
    .min(1, "Choose at least one model.")
    .max(20, "Choose at most 20 models."),
  graderVersionIds: z
    .array(idSchema)
    .min(1, "Choose at least one grader.")
    .max(50, "Choose at most 50 graders."),
  /** Left out: the dataset's. */
  verdictRule: verdictRuleSchema.optional(),
  splits: z.array(splitSchema).default([]),
  ...runOptionFields,
});
export type StartRunsInput = z.input<typeof startRunsInput>;
type Parsed = z.output<typeof startRunsInput>;

export type StartedRuns = { experimentId: string; runIds: string[] };

/** Starts one run for each model on one dataset version. Runs, shards and jobs are committed together or not at all. */
export async function startRuns(ctx: Context, input: StartRunsInput): Promise<StartedRuns> {
  requireRole(ctx, "editor", "start runs");
  const parsed = parseInput(startRunsInput, input);
  const startable = await loadStartable(ctx, parsed);
  const started = await findStarted(ctx, parsed.requestKey);
  if (started !== null) return started;
  await refuseOverBudget(ctx, { ...parsed, startable, options: parsed });
  try {
    return await db().$transaction(async (tx) => await write(tx, ctx, parsed, startable), {
      timeout: 60_000,
    });
  } catch (error) {
    // The other click won the race on the request key.
    const winner = await findStarted(ctx, parsed.requestKey);
    if (winner !== null) return winner;
    throw error;
  }
}

async function findStarted(ctx: Context, requestKey: string): Promise<StartedRuns | null> {
  const experiment = await db().experiment.findUnique({
    where: { workspaceId_requestKey: { workspaceId: ctx.workspaceId, requestKey } },
    select: { id: true, runs: { select: { id: true }, orderBy: { number: "asc" } } },
  });
  return experiment === null
    ? null
    : { experimentId: experiment.id, runIds: experiment.runs.map((run) => run.id) };
}

async function write(
  tx: Transaction,
  ctx: Context,
  input: Parsed,
  startable: Startable,
): Promise<StartedRuns> {
  const experimentId = newId();
  await tx.experiment.create({
    data: {
      id: experimentId,
      workspaceId: ctx.workspaceId,
      datasetId: startable.datasetId,
      name: input.name || `${startable.datasetName} v${startable.versionNumber}`,
      requestKey: input.requestKey,
      createdBy: actorId(ctx),
    },
  });
  const { nextRunNumber } = await tx.workspace.update({
    where: { id: ctx.workspaceId },
    data: { nextRunNumber: { increment: startable.models.length } },
    select: { nextRunNumber: true },
  });
  const { datasetVersionId, graderVersionIds, splits } = input;
  const { repetitions, useCache, budgetMicroUsd, priority, maxTries } = input;
  const options = { repetitions, useCache, budgetMicroUsd, priority, maxTries };
  const verdictRule = input.verdictRule ?? startable.verdictRule;
  const pins = { experimentId, startable, datasetVersionId, graderVersionIds, verdictRule, splits, options };
  const runIds: string[] = [];
  for (const [offset, model] of startable.models.entries()) {
    const number = nextRunNumber - startable.models.length + offset;
    runIds.push(await writeRun(tx, ctx, { ...pins, model, number }));
  }
  await writeAudit(tx, ctx, {
    action: "run.start",
    subjectType: "experiment",
    subjectId: experimentId,
    detail: { runIds, datasetVersionId, verdictRule, options },
  });
  return { experimentId, runIds };
}
