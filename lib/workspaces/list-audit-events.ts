import { z } from "zod";
import { type Actor, type Context, requireRole } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { apiKeyActorName } from "./actor-names.ts";

const nameOrId = z.string().regex(/^[\w .:-]{1,100}$/, "This is not a name or an id of the audit log.");

export const listAuditEventsInput = pageInputSchema.extend({
  subjectType: nameOrId.nullish(),
  subjectId: nameOrId.nullish(),
  actorId: nameOrId.nullish(),
});
export type ListAuditEventsInput = z.input<typeof listAuditEventsInput>;

export type AuditRecord = {
  id: string;
  createdAt: Date;
  /** The name of the person, of the API key, or of the part of Touchstone that acted. */
  actorName: string;
  actorId: string;
  action: string;
  subjectType: string;
  subjectId: string;
  detail: Prisma.JsonValue;
};

/** What was done in the workspace, newest first. */
export async function listAuditEvents(ctx: Context, input: ListAuditEventsInput): Promise<Page<AuditRecord>> {
  requireRole(ctx, "admin", "read the audit log");
  const { cursor, limit, subjectType, subjectId, actorId } = parseInput(listAuditEventsInput, input);
  const rows = await db().auditEvent.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      ...(subjectType ? { subjectType } : {}),
      ...(subjectId ? { subjectId } : {}),
      ...(actorId ? { actorId } : {}),
      ...(cursor ? after(cursor) : {}),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: {
      id: true,
      createdAt: true,
      actorType: true,
      actorId: true,
      action: true,
      subjectType: true,
      subjectId: true,
      detail: true,
    },
  });
  const names = await namesOf(ctx, rows);
  return toPage(
    rows,
    limit,
    ({ createdAt, id }) => `${createdAt.toISOString()}_${id}`,
    ({ actorType, ...row }) => ({
      ...row,
      actorName: actorType === "system" ? row.actorId : (names.get(row.actorId) ?? "a former account"),
    }),
  );
}

function after(cursor: string): Prisma.AuditEventWhereInput {
  const [time = "", id = ""] = cursor.split("_");
  const createdAt = new Date(time);
  if (Number.isNaN(createdAt.getTime()) || !idSchema.safeParse(id).success) {
    throw new AppError(
      "invalid",
      "This page of the audit log does not exist. Start again from its first page.",
    );
  }
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}

async function namesOf(
  ctx: Context,
  rows: readonly { actorType: string; actorId: string }[],
): Promise<Map<string, string>> {
  const idsOf = (type: Actor["type"]) => [
    ...new Set(rows.filter(({ actorType }) => actorType === type).map(({ actorId }) => actorId)),
  ];
  const select = { id: true, name: true };
  const [users, keys] = await Promise.all([
    db().user.findMany({ where: { id: { in: idsOf("member") } }, select }),
    db().apiKey.findMany({
      where: { workspaceId: ctx.workspaceId, id: { in: idsOf("api-key") } },
      select,
    }),
  ]);
  return new Map([
    ...users.map(({ id, name }) => [id, name] as const),
    ...keys.map(({ id, name }) => [id, apiKeyActorName(name)] as const),
  ]);
}
