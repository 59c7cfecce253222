import type { Context } from "#lib/context/context.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { openProvider } from "#lib/models/open-provider.ts";
import type { Provider } from "#lib/providers/provider.ts";
import { answerCase } from "./answer-case.ts";
import { createAttemptBatcher } from "./attempt-batcher.ts";
import { type ClaimedShard, claimShard, releaseShard } from "./claim-shard.ts";
import { completeShard } from "./complete-shard.ts";
import { failRun } from "./fail-run.ts";
import { gradeStoredAnswers } from "./grade-stored-answers.ts";
import { keepLease, type ShardLease } from "./keep-lease.ts";
import { pendingAttempts } from "./pending-attempts.ts";
import { loadRunPlan, type RunPlan } from "./run-plan.ts";
import { createStopRule } from "./stop-rule.ts";

type ShardKey = { runId: string; index: number };

/** `busy` and `handed-back` want the shard to be offered again. */
export type ShardOutcome = "done" | "nothing-to-do" | "busy" | "handed-back" | "stopped" | "lost";

/**
 * Works through one shard: claims it, grades what a dead worker left ungraded, gets the missing answers with the run's
 * concurrency, stores and grades them in batches, and ends the shard. `signal` asks to hand back what is not started.
 */
export async function executeShard(
  ctx: Context,
  key: ShardKey,
  workerId: string,
  signal: AbortSignal,
): Promise<ShardOutcome> {
  const plan = await loadRunPlan(ctx, key.runId);
  const claim = await claimShard(ctx, key, workerId, plan.modelVersion.connection?.id ?? null);
  if (claim.type !== "claimed") return claim.type;
  const lease = keepLease(ctx, key, workerId, signal);
  try {
    await gradeStoredAnswers(ctx, key, plan.graders);
    const provider = await openProvider(ctx, plan.modelVersion.id);
    await workThrough(ctx, key, { plan, shard: claim.shard, provider, lease });
    return await settle(ctx, key, workerId, lease);
  } catch (error) {
    await releaseShard(ctx, key, workerId);
    if (!(error instanceof AppError)) throw error;
    // The pins themselves cannot be worked with (a key that does not open, a training set without labels): no other try will differ.
    await failRun(ctx, key.runId, error.message);
    return "stopped";
  } finally {
    lease.end();
  }
}

async function settle(
  ctx: Context,
  key: ShardKey,
  workerId: string,
  lease: ShardLease,
): Promise<ShardOutcome> {
  switch (lease.halt) {
    case "lost":
      return "lost";
    case "handover":
      await releaseShard(ctx, key, workerId);
      return "handed-back";
    case "stopped":
      await releaseShard(ctx, key, workerId);
      return "stopped";
    case "cancelled":
    case null:
      await completeShard(ctx, key, workerId);
      return "done";
  }
}

type Work = { plan: RunPlan; shard: ClaimedShard; provider: Provider; lease: ShardLease };

async function workThrough(
  ctx: Context,
  key: ShardKey,
  { plan, shard, provider, lease }: Work,
): Promise<void> {
  const pending = pendingAttempts(ctx, plan, shard);
  const batcher = createAttemptBatcher(ctx, key, plan.graders);
  const reasonToStop = createStopRule();

  async function workOneByOne(): Promise<void> {
    while (lease.halt === null) {
      const next = await pending.next();
      if (next.done || lease.halt !== null) return;
      const { subject, repetition } = next.value;
      const attempt = await answerCase(plan, provider, subject, repetition, lease.abort);
      if (attempt === null) return;
      await batcher.add(attempt, subject);
      const reason = reasonToStop(attempt);
      if (reason !== null) {
        lease.stop();
        await failRun(ctx, key.runId, reason);
      }
    }
  }

  const lanes = await Promise.allSettled(Array.from({ length: plan.concurrency }, workOneByOne));
  await pending.return(undefined);
  if (lease.halt !== "lost") await batcher.drain();
  const broken = lanes.find((lane) => lane.status === "rejected");
  if (broken !== undefined) throw broken.reason;
}
