import type { Context } from "#lib/context/context.ts";
import type { Transaction } from "#lib/db/database.ts";
import { noSuchRun } from "../no-such-run.ts";

const lockedSelect = {
  id: true,
  number: true,
  state: true,
  priority: true,
  budgetMicroUsd: true,
  inputPrice: true,
  outputPrice: true,
  gradingOnly: true,
  graders: { select: { graderVersion: { select: { kind: true } } } },
} as const;

export type LockedRun = Awaited<ReturnType<typeof lockRunRow>>;

/** The run as it is now, locked until the transaction ends: of two changes at once, the second one sees the first. */
export async function lockRunRow(tx: Transaction, ctx: Context, runId: string) {
  await tx.$queryRaw`
    select 1 from run where id = ${runId}::uuid and workspace_id = ${ctx.workspaceId}::uuid for update`;
  const run = await tx.run.findFirst({
    where: { id: runId, workspaceId: ctx.workspaceId },
    select: lockedSelect,
  });
  if (run === null) throw noSuchRun();
  return run;
}
