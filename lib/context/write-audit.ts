import type { Transaction } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { newId } from "#lib/ids/new-id.ts";
import { actorId, type Context } from "./context.ts";

export type AuditEntry = {
  /** `subject.verb`, for example `dataset.publish`. */
  action: string;
  subjectType: string;
  subjectId: string;
  detail?: Prisma.InputJsonObject;
};

/** Must be called in the transaction of the write it records: either both happen or neither. */
export async function writeAudit(tx: Transaction, ctx: Context, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({
    data: {
      id: newId(),
      workspaceId: ctx.workspaceId,
      actorType: ctx.actor.type,
      actorId: actorId(ctx),
      action: entry.action,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      detail: entry.detail ?? {},
      requestId: ctx.requestId,
    },
  });
}
