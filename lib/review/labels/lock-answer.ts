import type { Context } from "#lib/context/context.ts";
import type { Transaction } from "#lib/db/database.ts";
import { storableText } from "#lib/db/storable.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { AttemptRef } from "#lib/runs/neighbour-attempts.ts";
import { noSuchRun } from "#lib/runs/no-such-run.ts";

export type LockedAnswer = { runId: string; datasetId: string; caseId: string; repetition: number };

/** The attempt that a label is about, held until the transaction ends: two labels of one person come one after the other. */
export async function lockAnswer(
  tx: Transaction,
  ctx: Context,
  { runId, key, repetition }: AttemptRef & { runId: string },
): Promise<LockedAnswer> {
  const run = await tx.run.findFirst({
    where: { id: runId, workspaceId: ctx.workspaceId },
    select: { datasetId: true },
  });
  if (run === null) throw noSuchRun();
  const [attempt] = await tx.$queryRaw<{ caseId: string; outcome: string }[]>`
    select a.case_id as "caseId", a.outcome::text from attempt a join "case" c on c.id = a.case_id
    where a.workspace_id = ${ctx.workspaceId}::uuid and a.run_id = ${runId}::uuid and c.key = ${storableText(key)} and a.repetition = ${repetition}
    for no key update of a`;
  if (attempt === undefined) {
    throw new AppError(
      "not-found",
      `This run has no answer for the case "${key.slice(0, 80)}" yet, so there is nothing to judge.`,
    );
  }
  if (attempt.outcome !== "answered") {
    throw new AppError(
      "conflict",
      `The call for the case "${key.slice(0, 80)}" errored, so there is no answer to judge. Try the errored cases again first.`,
    );
  }
  return { runId, datasetId: run.datasetId, caseId: attempt.caseId, repetition };
}
