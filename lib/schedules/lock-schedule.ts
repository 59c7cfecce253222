import type { Context } from "#lib/context/context.ts";
import type { Transaction } from "#lib/db/database.ts";
import { noSuchSchedule } from "./check-schedule.ts";

/** The schedule as it is now, locked until the transaction ends; a start of it under way is waited for. */
export async function lockSchedule(tx: Transaction, ctx: Context, scheduleId: string) {
  await tx.$queryRaw`
    select 1 from schedule where id = ${scheduleId}::uuid and workspace_id = ${ctx.workspaceId}::uuid
    for no key update`;
  const schedule = await tx.schedule.findFirst({ where: { id: scheduleId, workspaceId: ctx.workspaceId } });
  if (schedule === null) throw noSuchSchedule();
  return schedule;
}
