import type pg from "pg";
import { pool } from "#lib/db/database.ts";
import { adaptConcurrency } from "./adapt-concurrency.ts";
import { fairShares } from "./fair-shares.ts";
import { moveAllowance } from "./move-allowance.ts";
import {
  budgetsOf,
  liveShares,
  lockThrottle,
  type OtherShare,
  writeShares,
  writeThrottle,
} from "./share-rows.ts";

/** Which worker asks for which connection. */
export type ShareHolder = { workspaceId: string; connectionId: string; workerId: string };

export type RunDemand = {
  runId: string;
  /** Calls that could be under way at once: those under way and those that wait. */
  wanted: number;
  inFlight: number;
  /** The most that could be under way before the answer to this report is there: the slots in force, or the calls under way. */
  ceiling: number;
  /** What is left of the requests and tokens that were handed out before; tokens may be below zero. They go back first. */
  unusedRequests: number;
  unusedTokens: number;
  perSecond: number;
};

export type ShareReport = {
  runs: readonly RunDemand[];
  succeeded: number;
  limited: number;
  /** How long nobody should call, where the server said so. */
  pauseMs: number;
  pauseReason: string | null;
  /** Of calls that ended since the last report, those with a known number of tokens, and their tokens. */
  measuredCalls: number;
  measuredTokens: number;
};

export type RunShare = {
  slots: number;
  /** Calls that may start before the next report; null is any number. */
  requests: number | null;
  tokens: number | null;
  /** What may still be spent, with the reason to give when it is nothing; null is any amount. */
  budget: { leftMicroUsd: number; reason: string } | null;
};

export type Shares = {
  ofRun: ReadonlyMap<string, RunShare>;
  blockedForMs: number;
  meanTokens: number;
};

/**
 * Reports what this worker did on a connection since the last time and gets what it may do next. Under one lock for the connection,
 * so that over all workers the slots held never exceed the limit in force: a worker that is to have less keeps what its calls under
 * way need until they end, and only then can others have it. Shares of a worker that has not reported for a while are free again.
 */
export async function syncShares(holder: ShareHolder, report: ShareReport): Promise<Shares> {
  const client = await pool().connect();
  try {
    await client.query("begin");
    const shares = await syncLocked(client, holder, report);
    await client.query("commit");
    client.release();
    return shares;
  } catch (error) {
    // A connection with an open transaction must not go back to the pool.
    client.release(true);
    throw error;
  }
}

async function syncLocked(client: pg.PoolClient, holder: ShareHolder, report: ShareReport): Promise<Shares> {
  const throttle = await lockThrottle(client, holder);
  const concurrencyLimit = adaptConcurrency(throttle.concurrencyLimit, throttle.maxConcurrency, {
    ...report,
    sinceLimitedMs: throttle.sinceLimitedMs,
  });
  const blockedForMs = Math.max(throttle.blockedForMs, report.pauseMs);
  const others = await liveShares(client, holder);
  const budgets = await budgetsOf(
    client,
    holder,
    report.runs.map(({ runId }) => runId),
  );
  const weightOf = (runId: string) => budgets.get(runId)?.weight ?? 1;
  const slots = slotsOf(Math.floor(concurrencyLimit), report.runs, others, weightOf);
  const moved = moveAllowance(throttle, report, others.length);
  await writeThrottle(client, holder, {
    ...moved.throttle,
    concurrencyLimit,
    halved: report.limited > 0 && concurrencyLimit < throttle.concurrencyLimit,
    limited: report.limited,
    blockedForMs,
    blockedReason: report.pauseMs > throttle.blockedForMs ? report.pauseReason : throttle.blockedReason,
  });
  await writeShares(
    client,
    holder,
    report.runs.map((run, i) => ({ ...run, held: slots[i]?.held ?? 0 })),
  );
  const ofRun = report.runs.map(({ runId }, i): [string, RunShare] => [
    runId,
    {
      slots: slots[i]?.target ?? 0,
      requests: moved.requests[i] ?? null,
      tokens: moved.tokens[i] ?? null,
      budget: budgets.get(runId)?.budget ?? null,
    },
  ]);
  return { ofRun: new Map(ofRun), blockedForMs, meanTokens: moved.throttle.meanTokens };
}

/** The target is what the worker may use from now on; `held` also covers what it may have started by then. */
function slotsOf(
  limit: number,
  mine: readonly RunDemand[],
  others: readonly OtherShare[],
  weightOf: (runId: string) => number,
): { target: number; held: number }[] {
  const targets = fairShares(limit, [
    ...mine.map(({ runId, wanted }) => ({ runId, wanted, weight: weightOf(runId) })),
    ...others,
  ]);
  let free = limit - others.reduce((sum, other) => sum + other.held, 0);
  free -= mine.reduce((sum, { ceiling }) => sum + ceiling, 0);
  return mine.map(({ ceiling }, i) => {
    const more = Math.max(0, Math.min((targets[i] ?? 0) - ceiling, free));
    free -= more;
    const target = Math.min(targets[i] ?? 0, ceiling + more);
    return { target, held: Math.max(target, ceiling) };
  });
}
