import type { Context } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import type { Transaction } from "#lib/db/database.ts";
import { sameVerdictRule, type VerdictRule } from "./verdict-rule.ts";
import { verdictRuleSchema } from "./verdict-rule-schema.ts";

/** Gives a dataset the rule that its new runs start with. The caller holds the dataset's lock. */
export async function setVerdictRule(
  tx: Transaction,
  ctx: Context,
  datasetId: string,
  verdictRule: VerdictRule,
): Promise<void> {
  const where = { id: datasetId, workspaceId: ctx.workspaceId };
  const before = await tx.dataset.findFirstOrThrow({ where, select: { verdictRule: true } });
  const former = verdictRuleSchema.parse(before.verdictRule);
  if (sameVerdictRule(former, verdictRule)) return;
  await tx.dataset.update({ where, data: { verdictRule } });
  await writeAudit(tx, ctx, {
    action: "dataset.set-verdict-rule",
    subjectType: "dataset",
    subjectId: datasetId,
    detail: { verdictRule, former },
  });
}
