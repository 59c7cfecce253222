import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import type { GraderContent } from "./content/parse-grader-content.ts";

export const listGraderVersionsInput = pageInputSchema.extend({ graderId: idSchema });
export type ListGraderVersionsInput = z.input<typeof listGraderVersionsInput>;

export type GraderVersionSummary = Omit<GraderContent, "config"> & {
  id: string;
  number: number;
  config: unknown;
  createdAt: Date;
  createdByName: string;
  runs: number;
};

/** The versions of a grader, newest first. */
export async function listGraderVersions(
  ctx: Context,
  input: ListGraderVersionsInput,
): Promise<Page<GraderVersionSummary>> {
  const { graderId, cursor, limit } = parseInput(listGraderVersionsInput, input);
  const before = cursor
    ? parseInput(z.coerce.number("This is not a place in the list.").int(), cursor)
    : null;
  const [grader, rows] = await Promise.all([
    db().grader.findFirst({ where: { id: graderId, workspaceId: ctx.workspaceId }, select: { id: true } }),
    db().graderVersion.findMany({
      where: {
        graderId,
        workspaceId: ctx.workspaceId,
        ...(before === null ? {} : { number: { lt: before } }),
      },
      orderBy: { number: "desc" },
      take: limit + 1,
      select: {
        id: true,
        number: true,
        kind: true,
        config: true,
        direction: true,
        threshold: true,
        weight: true,
        critical: true,
        createdAt: true,
        createdBy: true,
        _count: { select: { runs: true } },
      },
    }),
  ]);
  if (grader === null) throw new AppError("not-found", "There is no grader with this id in this workspace.");
  const names = await memberNames(rows.map((row) => row.createdBy));
  return toPage(
    rows,
    limit,
    (row) => String(row.number),
    ({ _count, createdBy, ...version }) => ({
      ...version,
      createdByName: names.get(createdBy) ?? createdBy,
      runs: _count.runs,
    }),
  );
}

/** What Touchstone itself did is recorded under a name that is no user's id. */
async function memberNames(actorIds: readonly string[]): Promise<Map<string, string>> {
  const userIds = [...new Set(actorIds)].filter((id) => idSchema.safeParse(id).success);
  const users = await db().user.findMany({
    where: { id: { in: userIds } },
    select: { id: true, name: true },
  });
  return new Map(users.map((user) => [user.id, user.name]));
}
