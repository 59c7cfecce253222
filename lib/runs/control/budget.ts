import type { Context } from "#lib/context/context.ts";
import type { Database, Transaction } from "#lib/db/database.ts";
import { runOptionFields } from "../starting/options/run-options.ts";

/** In micro-dollars; null is no limit. */
export const budgetSchema = runOptionFields.budgetMicroUsd.unwrap();

/** What the calls of a run have cost so far, those of its judges among them. Answers from the cache cost nothing again. */
export async function paidMicroUsd(
  store: Database | Transaction,
  ctx: Context,
  runId: string,
): Promise<number> {
  const sum = await store.runShard.aggregate({
    where: { workspaceId: ctx.workspaceId, runId },
    _sum: { costMicroUsd: true, judgeCostMicroUsd: true },
  });
  return Number((sum._sum.costMicroUsd ?? 0n) + (sum._sum.judgeCostMicroUsd ?? 0n));
}
