import type { Context } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { log } from "#lib/log/log.ts";
import { withLogContext } from "#lib/log/log-context.ts";
import { lockRun } from "#lib/runs/execution/shard/complete-shard.ts";
import { standStillAgain } from "#lib/runs/execution/stand-still-again.ts";
import { computeScorecard } from "./compute-scorecard.ts";
import { storeMeasures } from "./measures/store-measures.ts";
import type { Scorecard } from "./scorecard.ts";

const openStates = ["queued", "running", "paused", "cancelling"] as const;

/**
 * Stores the scorecard of a run whose shards are done, in place of the one that an earlier round has left, and ends the run, in one
 * transaction. Doing it again changes nothing. When another round began meanwhile, its own end does this anew.
 */
export async function finishRun(ctx: Context, runId: string): Promise<void> {
  await withLogContext({ requestId: ctx.requestId, workspaceId: ctx.workspaceId, runId }, async () => {
    if (!(await standStillAgain(ctx, runId))) await storeScorecard(ctx, runId);
  });
}

async function storeScorecard(ctx: Context, runId: string): Promise<void> {
  const found = await db().run.findFirst({
    where: { id: runId, workspaceId: ctx.workspaceId, state: { in: [...openStates] } },
    select: { planned: true, answerRound: true, gradeRound: true },
  });
  if (found === null) return;
  const { planned, ...rounds } = found;
  const startedAt = performance.now();
  const scorecard = await computeScorecard({ workspaceId: ctx.workspaceId, runId }, planned);
  log.info(
    { event: "scorecard", planned, durationMs: Math.round(performance.now() - startedAt) },
    "scorecard computed",
  );
  await db().$transaction(async (tx) => {
    await lockRun(tx, runId);
    const run = await tx.run.findFirst({
      where: {
        id: runId,
        workspaceId: ctx.workspaceId,
        state: { in: [...openStates] },
        ...rounds,
        shards: { every: { state: "done" } },
      },
      select: { state: true },
    });
    if (run === null) return;
    const row = toRow(scorecard);
    await tx.scorecard.upsert({
      where: { runId },
      create: { runId, workspaceId: ctx.workspaceId, ...row },
      update: { ...row, computedAt: new Date() },
    });
    await storeMeasures(tx, { workspaceId: ctx.workspaceId, runId }, scorecard);
    const end = run.state === "cancelling" ? "cancelled" : "finished";
    await tx.run.update({
      where: { id: runId },
      data: { state: end, stateReason: null, finishedAt: new Date() },
    });
    await writeAudit(tx, ctx, { action: `run.${end}`, subjectType: "run", subjectId: runId });
  });
}

function toRow(scorecard: Scorecard) {
  const { counts, passRate, latencyMs, cost, tokens } = scorecard;
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
    promptTokens: tokens.prompt,
    completionTokens: tokens.completion,
    payload,
  };
}
