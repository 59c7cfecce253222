import type { Context } from "#lib/context/context.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { openProvider } from "#lib/models/open-provider.ts";
import type { Provider } from "#lib/providers/provider.ts";
import type { ConnectionGate } from "../limits/connection-gate.ts";
import { openGate } from "../limits/open-gate.ts";
import { answerCase, type Caller } from "./answering/answer-case.ts";
import { createCircuitBreaker } from "./answering/circuit-breaker.ts";
import { createRunServices } from "./grading/run-services.ts";
import { haltRun } from "./halt-run.ts";
import { type PendingWork, pendingWork } from "./pending-work.ts";
import { loadRunPlan, openRunGraders, type RunPlan } from "./run-plan.ts";
import { type ClaimedShard, claimShard, releaseShard } from "./shard/claim-shard.ts";
import { completeShard } from "./shard/complete-shard.ts";
import { keepLease, type ShardLease } from "./shard/keep-lease.ts";
import { openSpool } from "./spool/open-spool.ts";
import { recoverShard } from "./spool/recover-spools.ts";
import { type AttemptBatcher, createAttemptBatcher } from "./storing/attempt-batcher.ts";
import { cachedAttempt } from "./storing/cached-attempt.ts";

type ShardKey = { runId: string; index: number };

/** `busy` and `handed-back` want the shard to be offered again. */
export type ShardOutcome = "done" | "nothing-to-do" | "busy" | "handed-back" | "stopped" | "lost";

/**
 * Works through one shard: claims it, grades what is stored and not graded, gets the missing answers as fast as the connection's limits
 * allow, stores and grades them, and ends the shard. `signal` asks to hand back what is not started.
 */
export async function executeShard(
  ctx: Context,
  key: ShardKey,
  workerId: string,
  signal: AbortSignal,
): Promise<ShardOutcome> {
  const planned = loadRunPlan(ctx, key.runId);
  // Told below, where the shard can be given back.
  planned.catch(() => undefined);
  const claim = await claimShard(ctx, key, workerId);
  if (claim.type !== "claimed") return claim.type;
  const lease = keepLease(ctx, key, workerId, signal, claim.isCancelled);
  try {
    const plan = await planned;
    const gate = gateOf(ctx, plan, workerId);
    if (!claim.shard.isEmpty) await recoverShard(ctx, key);
    await workThrough(ctx, key, workerId, { plan, gate, lease, ...claim });
    const [outcome] = await Promise.all([settle(ctx, key, workerId, lease), gate?.leave(plan.runId)]);
    return outcome;
  } catch (error) {
    await releaseShard(ctx, key, workerId).catch(() => undefined);
    if (!(error instanceof AppError)) throw error;
    // The pins themselves cannot be worked with (a key that does not open, a training set without labels): no other try will differ.
    await haltRun(ctx, key.runId, { state: "failed", reason: error.message });
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

type Work = {
  plan: RunPlan;
  /** Null for a model that calls nobody. */
  gate: ConnectionGate | null;
  shard: ClaimedShard;
  isCancelled: boolean;
  lease: ShardLease;
};

async function workThrough(
  ctx: Context,
  key: ShardKey,
  workerId: string,
  { plan, gate, shard, isCancelled, lease }: Work,
): Promise<void> {
  const pending = pendingWork(ctx, plan, shard);
  const pause = async (reason: string) => {
    lease.stop();
    await haltRun(ctx, key.runId, { state: "paused", reason });
  };
  const asked = createRunServices(ctx, { plan, key, workerId, lease, pause });
  const graders = openRunGraders(plan, asked.services);
  const batcher = createAttemptBatcher(
    ctx,
    key,
    { ...plan, graders, lease, isCancelled },
    {
      storeFirst: shard.isTakenOver,
      spool: openSpool({ ...key, workspaceId: ctx.workspaceId, workerId, answerRound: plan.answerRound }),
    },
  );
  gate?.announce(plan.runId, Math.min(plan.concurrency, callsOf(plan, shard)));
  const caller: Caller = {
    plan,
    provider: lazily(() => openProvider(ctx, plan.modelVersion.id)),
    breaker: createCircuitBreaker(() => performance.now()),
    signals: lease.signals,
    enter: () => gate?.enter(plan.runId, key.index, lease.signals.halted) ?? Promise.resolve(ungated),
  };

  async function workOneByOne(): Promise<void> {
    while (lease.halt === null) {
      // Before a call is allowed: an answer that waited for a judge with the slot that the judge needs would wait for ever.
      if (batcher.isFull()) await batcher.room();
      const next = await pending.next();
      if (next.done || lease.halt !== null) return;
      if ((isCancelled || plan.gradingOnly) && next.value.type !== "grade") continue;
      const reason = await workOn(next.value, caller, batcher);
      const exhausted = reason ?? gate?.exhausted(plan.runId) ?? null;
      if (exhausted !== null && lease.halt === null) await pause(exhausted);
    }
  }

  const lanes = await Promise.allSettled(Array.from({ length: plan.concurrency }, workOneByOne));
  await pending.return(undefined);
  await batcher.drain();
  await asked.leave();
  const broken = lanes.find((lane) => lane.status === "rejected");
  if (broken !== undefined) throw broken.reason;
}

/** A shard that is only graded again calls no model, and need not train one. */
function lazily(open: () => Promise<Provider>): () => Promise<Provider> {
  let opened: Promise<Provider> | undefined;
  return () => {
    opened ??= open();
    return opened;
  };
}

function callsOf({ repetitions }: RunPlan, { firstPosition, lastPosition }: ClaimedShard): number {
  return (lastPosition - firstPosition + 1) * repetitions;
}

const ungated = { end: () => undefined };

/** Built-in models call nobody, and are limited by the machine alone. Grading alone asks no model either, whatever the budget. */
function gateOf(ctx: Context, plan: RunPlan, workerId: string): ConnectionGate | null {
  const { connection } = plan.modelVersion;
  if (connection === null || plan.gradingOnly) return null;
  return openGate({ workspaceId: ctx.workspaceId, connectionId: connection.id, workerId });
}

/** Does one piece of work. Gives the reason to pause the run, or null. */
async function workOn(piece: PendingWork, caller: Caller, batcher: AttemptBatcher): Promise<string | null> {
  const { subject, repetition } = piece;
  switch (piece.type) {
    case "grade": {
      const { caseId, key: caseKey, input, expected, metadata } = subject;
      const { output, facts: attempt, kept } = piece;
      await batcher.grade({
        caseId,
        repetition,
        input: { input, expected, metadata, output, caseKey, attempt },
        kept,
      });
      return null;
    }
    case "cached": {
      const attempt = cachedAttempt(caller.plan, subject, repetition, piece.answer);
      await batcher.store({ attempt, subject, cacheKey: null }, () => undefined);
      return null;
    }
    case "ask": {
      const result = await answerCase(caller, subject, repetition);
      if (result.type === "halted") return null;
      if (result.type === "opened") return result.reason;
      await batcher.store({ attempt: result.attempt, subject, cacheKey: piece.cacheKey }, result.settle);
      return null;
    }
  }
}
