import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { actorNames } from "#lib/workspaces/actor-names.ts";
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
  const nameOf = await actorNames(
    ctx,
    rows.map((row) => row.createdBy),
  );
  return toPage(
    rows,
    limit,
    (row) => String(row.number),
    ({ _count, createdBy, ...version }) => ({
      ...version,
      createdByName: nameOf(createdBy),
      runs: _count.runs,
    }),
  );
}
