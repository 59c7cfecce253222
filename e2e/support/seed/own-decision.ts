import type { Context } from "#lib/context/context.ts";
import { recordDecision } from "#lib/decisions/record/record-decision.ts";

export type DecidedOn = { datasetId: string; runIds: readonly string[]; question: string };

/** A decision for the model of the first of these ended runs, by waiver, so that it holds whatever the runs have shown. */
export async function ownDecision(ctx: Context, { datasetId, runIds, question }: DecidedOn): Promise<string> {
  const [chosenRunId = ""] = runIds;
  const asked = { datasetId, runIds: [...runIds], bar: { policy: { passRate: 0.5 } } };
  const waiver = "For a test.";
  return (await recordDecision(ctx, { asked, chosenRunId, question, waiver })).id;
}
