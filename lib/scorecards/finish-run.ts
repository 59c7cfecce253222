import type { Context } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { lockRun } from "#lib/runs/execution/shard/complete-shard.ts";
import { computeScorecard } from "./compute-scorecard.ts";
import type { Scorecard } from "./scorecard.ts";

/** Stores the scorecard of a run whose shards are done and ends the run, in one transaction. Doing it again changes nothing. */
export async function finishRun(ctx: Context, runId: string): Promise<void> {
  const scope = { workspaceId: ctx.workspaceId, runId };
  const run = await db().run.findFirst({
    where: { id: runId, workspaceId: ctx.workspaceId, state: { in: ["queued", "running", "cancelling"] } },
    select: { planned: true },
  });
  if (run === null) return;
  const scorecard = await computeScorecard(scope, run.planned);
  await db().$transaction(async (tx) => {
    await lockRun(tx, runId);
    const { state } = await tx.run.findUniqueOrThrow({ where: { id: runId }, select: { state: true } });
    if (state === "finished" || state === "cancelled") return;
    // Opened again since this was ordered: its last shard orders it anew.
    if ((await tx.runShard.count({ where: { ...scope, state: { not: "done" } } })) > 0) return;
    const row = toRow(scorecard);
    await tx.scorecard.upsert({
      where: { runId },
      create: { runId, workspaceId: ctx.workspaceId, ...row },
      update: { ...row, computedAt: new Date() },
    });
    const end = state === "cancelling" ? "cancelled" : "finished";
    await tx.run.update({ where: { id: runId }, data: { state: end, finishedAt: new Date() } });
    await writeAudit(tx, ctx, { action: `run.${end}`, subjectType: "run", subjectId: runId });
  });
}

function toRow(scorecard: Scorecard) {
  const { counts, passRate, latencyMs, cost } = scorecard;
  const payload: Prisma.InputJsonObject = { ...scorecard };
  return {
    planned: counts.planned,
    passed: counts.passed,
    failed: counts.failed,
    unscored: counts.unscored,
    errored: counts.errored,
    passRate: passRate?.estimate ?? null,
    passRateLower: passRate?.lower ?? null,
    passRateUpper: passRate?.upper ?? null,
    latencyP50Ms: latencyMs?.p50 ?? null,
    latencyP95Ms: latencyMs?.p95 ?? null,
    // A total that leaves out answers of unknown cost would be wrong.
    costMicroUsd: cost.unknown > 0 ? null : cost.knownMicroUsd,
    payload,
  };
}
