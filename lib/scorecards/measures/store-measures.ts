import type { Prisma } from "#lib/db/generated/client.ts";
import type { Scorecard } from "../scorecard.ts";
import { measureRows } from "./measure-rows.ts";

type Run = { workspaceId: string; runId: string };

/** Puts the figures of a scorecard in the place of those of an earlier one, in the transaction that stores the scorecard. */
export async function storeMeasures(
  tx: Prisma.TransactionClient,
  run: Run,
  scorecard: Scorecard,
): Promise<void> {
  await tx.runMeasure.deleteMany({ where: run });
  await tx.runMeasure.createMany({ data: measureRows(scorecard).map((row) => ({ ...run, ...row })) });
}
