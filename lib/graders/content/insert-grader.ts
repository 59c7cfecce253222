import { actorId, type Context } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import type { Transaction } from "#lib/db/database.ts";
import { contentHash } from "#lib/ids/content-hash.ts";
import { newId } from "#lib/ids/new-id.ts";
import type { GraderContent } from "./parse-grader-content.ts";

export type CreatedGrader = { id: string; versionId: string };

/** A new grader with its version 1, and the audit row, in the caller's transaction. A name that is taken ends it with P2002. */
export async function insertGrader(
  tx: Transaction,
  ctx: Context,
  name: string,
  content: GraderContent,
): Promise<CreatedGrader> {
  const id = newId();
  await tx.grader.create({ data: { id, workspaceId: ctx.workspaceId, name } });
  const versionId = await insertGraderVersion(tx, ctx, { graderId: id, number: 1, content });
  await writeAudit(tx, ctx, {
    action: "grader.create",
    subjectType: "grader",
    subjectId: id,
    detail: { name, kind: content.kind },
  });
  return { id, versionId };
}

export async function insertGraderVersion(
  tx: Transaction,
  ctx: Context,
  { graderId, number, content }: { graderId: string; number: number; content: GraderContent },
): Promise<string> {
  const id = newId();
  await tx.graderVersion.create({
    data: {
      id,
      workspaceId: ctx.workspaceId,
      graderId,
      number,
      ...content,
      contentHash: contentHash(content),
      createdBy: actorId(ctx),
    },
  });
  return id;
}
