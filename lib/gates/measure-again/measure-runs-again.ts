import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { noSuchDataset } from "#lib/datasets/revisions/lock-dataset.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { evaluateGate } from "../evaluate-gate.ts";
import { listUnmeasuredRuns } from "./list-unmeasured-runs.ts";

/** So many that a request ends within seconds, even where each run has 100,000 attempts. */
const batch = 5;

const measureRunsAgainInput = z.object({ datasetId: idSchema });
export type MeasureRunsAgainInput = z.input<typeof measureRunsAgainInput>;

export type MeasuredAgain = { measured: number; left: number };

/**
 * Measures the newest of the last runs that the policy in force has not measured, a few at a time; whoever wants all asks until none is
 * left. Each result is kept beside the earlier ones of its run, names the policy version that it is by, and has its own audit row.
 */
export async function measureRunsAgain(ctx: Context, input: MeasureRunsAgainInput): Promise<MeasuredAgain> {
  requireRole(ctx, "editor", "measure runs again");
  const { datasetId } = parseInput(measureRunsAgainInput, input);
  const dataset = await db().dataset.count({ where: { id: datasetId, workspaceId: ctx.workspaceId } });
  if (dataset === 0) throw noSuchDataset();
  const { runIds } = await listUnmeasuredRuns(ctx, datasetId);
  // One after the other: two runs of 100,000 attempts at once would take twice the memory.
  for (const runId of runIds.slice(0, batch)) await evaluateGate(ctx, { runId });
  const after = await listUnmeasuredRuns(ctx, datasetId);
  return { measured: runIds.length - after.runIds.length, left: after.runIds.length };
}
