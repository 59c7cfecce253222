import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import type { VerdictRule } from "./verdict-rule.ts";
import { verdictRuleSchema } from "./verdict-rule-schema.ts";

/** The rule that new runs of a dataset start with. */
export async function getVerdictRule(
  ctx: Context,
  { datasetId }: { datasetId: string },
): Promise<VerdictRule> {
  const dataset = await db().dataset.findFirst({
    where: { id: parseInput(idSchema, datasetId), workspaceId: ctx.workspaceId },
    select: { verdictRule: true },
  });
  if (dataset === null)
    throw new AppError("not-found", "There is no dataset with this id in this workspace.");
  return verdictRuleSchema.parse(dataset.verdictRule);
}
