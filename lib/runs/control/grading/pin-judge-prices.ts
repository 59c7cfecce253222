import type { Context } from "#lib/context/context.ts";
import type { Transaction } from "#lib/db/database.ts";
import { pinnedPricesSchema } from "#lib/graders/services/prices/call-prices.ts";
import { resolveCallPrices } from "#lib/graders/services/prices/resolve-call-prices.ts";

/** Pins today's prices of those whom the graders of a run ask and whom it has not asked before. The caller holds the run's lock. */
export async function pinJudgePrices(tx: Transaction, ctx: Context, runId: string): Promise<void> {
  const run = await tx.run.findFirstOrThrow({
    where: { workspaceId: ctx.workspaceId, id: runId },
    select: {
      judgePrices: true,
      graders: { select: { graderVersion: { select: { kind: true, config: true } } } },
    },
  });
  const graders = run.graders.map(({ graderVersion }) => graderVersion);
  const pinned = pinnedPricesSchema.parse(run.judgePrices);
  const judgePrices = { ...(await resolveCallPrices(ctx, graders, ctx.now)), ...pinned };
  await tx.run.update({ where: { workspaceId: ctx.workspaceId, id: runId }, data: { judgePrices } });
}
