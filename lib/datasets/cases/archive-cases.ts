import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { changeCases } from "../revisions/change-cases.ts";
import { lockOpenDataset } from "../revisions/lock-dataset.ts";
import { keepEverything } from "../revisions/merge-staged-cases.ts";
import { noSuchCase } from "./no-such-case.ts";

export const archiveCasesInput = z.object({
  datasetId: idSchema,
  keys: z
    .array(z.string().max(200))
    .min(1, "Choose at least one case.")
    .max(10_000, "At most 10,000 cases can be archived or restored at once.")
    .transform((keys) => [...new Set(keys)]),
});
export type ArchiveCasesInput = z.input<typeof archiveCasesInput>;

/** Takes cases out of the working copy; published versions keep them. Returns the keys that were not archived already. */
export async function archiveCases(ctx: Context, input: ArchiveCasesInput): Promise<{ keys: string[] }> {
  requireRole(ctx, "editor", "archive cases");
  return await setArchived(ctx, input, { archived: true, action: "case.archive" });
}

export async function restoreCases(ctx: Context, input: ArchiveCasesInput): Promise<{ keys: string[] }> {
  requireRole(ctx, "editor", "restore cases");
  return await setArchived(ctx, input, { archived: false, action: "case.restore" });
}

async function setArchived(
  ctx: Context,
  input: ArchiveCasesInput,
  { archived, action }: { archived: boolean; action: string },
): Promise<{ keys: string[] }> {
  const { datasetId, keys } = parseInput(archiveCasesInput, input);
  return await db().$transaction(
    async (tx) => {
      await lockOpenDataset(tx, ctx, datasetId);
      const heads = await tx.caseRevision.findMany({
        where: { datasetId, workspaceId: ctx.workspaceId, key: { in: keys }, isHead: true },
        orderBy: { position: "asc" },
        select: { key: true, archived: true },
      });
      const known = new Set(heads.map((head) => head.key));
      const unknown = keys.find((key) => !known.has(key));
      if (unknown !== undefined) throw noSuchCase(unknown);
      const changing = heads.filter((head) => head.archived !== archived).map((head) => head.key);
      await changeCases(tx, ctx, {
        datasetId,
        cases: changing.map((key) => ({ key, content: null, archived })),
        kept: keepEverything,
        action,
        detail: { count: changing.length, keys: changing.slice(0, 100) },
      });
      return { keys: changing };
    },
    { timeout: 60_000 },
  );
}
