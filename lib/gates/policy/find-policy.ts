import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { type Policy, policySchema } from "./policy-schema.ts";

export type PolicyInForce = { id: string; number: number; policy: Policy };

/** The newest policy of a dataset, or null as long as it has none. */
export async function findPolicy(ctx: Context, datasetId: string): Promise<PolicyInForce | null> {
  const found = await db().policyVersion.findFirst({
    where: { workspaceId: ctx.workspaceId, datasetId },
    orderBy: { number: "desc" },
    select: { id: true, number: true, policy: true },
  });
  return found && { ...found, policy: policySchema.parse(found.policy) };
}
