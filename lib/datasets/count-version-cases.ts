import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { splitSchema } from "./split-schema.ts";
import { casesOfVersion, getVersionScope } from "./versions/version-scope.ts";

export const countVersionCasesInput = z.object({
  versionId: idSchema,
  /** None named means all. */
  splits: z.array(splitSchema).optional(),
});
export type CountVersionCasesInput = z.input<typeof countVersionCasesInput>;

export async function countVersionCases(ctx: Context, input: CountVersionCasesInput): Promise<number> {
  const { versionId, splits } = parseInput(countVersionCasesInput, input);
  const scope = await getVersionScope(ctx, versionId);
  return await db().caseRevision.count({ where: casesOfVersion(ctx, scope, splits) });
}
