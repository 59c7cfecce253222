import type { Context } from "#lib/context/context.ts";
import type { Database, Transaction } from "#lib/db/database.ts";
import { runOptionFields } from "../starting/options/run-options.ts";

/** In micro-dollars; null is no limit. */
export const budgetSchema = runOptionFields.budgetMicroUsd.unwrap();

/** What the calls of a run have cost so far. Answers from the cache cost nothing again. */
export async function paidMicroUsd(
  store: Database | Transaction,
  ctx: Context,
  runId: string,
): Promise<number> {
  const sum = await store.runShard.aggregate({
    where: { workspaceId: ctx.workspaceId, runId },
    _sum: { costMicroUsd: true },
  });
  return Number(sum._sum.costMicroUsd ?? 0n);
}

/** 1234567 micro-dollars are "$1.23"; below a cent all digits that count. */
export function usdText(microUsd: number): string {
  const usd = microUsd / 1_000_000;
  return `$${usd > 0 && usd < 0.01 ? usd.toPrecision(2) : usd.toFixed(2)}`;
}
