import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { Split } from "../split.ts";

export type VersionScope = { datasetId: string; number: number };

export async function getVersionScope(ctx: Context, versionId: string): Promise<VersionScope> {
  const version = await db().datasetVersion.findFirst({
    where: { id: versionId, workspaceId: ctx.workspaceId },
    select: { datasetId: true, number: true },
  });
  if (version !== null) return version;
  throw new AppError("not-found", "There is no dataset version with this id in this workspace.");
}

/** The revisions that are the cases of a version. */
export function casesOfVersion(
  ctx: Context,
  { datasetId, number }: VersionScope,
  splits: readonly Split[] | undefined,
): Prisma.CaseRevisionWhereInput {
  return {
    workspaceId: ctx.workspaceId,
    datasetId,
    archived: false,
    firstVersion: { lte: number },
    OR: [{ lastVersion: null }, { lastVersion: { gte: number } }],
    ...(splits !== undefined && splits.length > 0 ? { split: { in: [...splits] } } : {}),
  };
}
