import { onAbort } from "#lib/providers/http/on-abort.ts";
import type { RunShare, ShareHolder, ShareReport, Shares } from "./sync-shares.ts";
import { syncShares } from "./sync-shares.ts";
import { WaitingLine } from "./waiting-line.ts";

const syncEveryMs = 250;
/** A worker that is to have fewer slots says soon that it has let go of them. */
const syncSoonMs = 40;
/** Without an answer for this long nothing new is started: the shares end on the database's side a few seconds later. */
const staleAfterMs = 10_000;

export type CallEnd =
  /** `pauseMs`: the server says that nothing is left, and for how long. 0 when something is. */
  | { type: "succeeded"; tokens: number | null; costMicroUsd: number | null; pauseMs: number }
  | { type: "failed" }
  /** The server said "too many": nobody calls for this long. */
  | { type: "limited"; pauseMs: number; reason: string };

/** The right to make one call. Given back once, when the call has ended and what it brought is stored. */
export type Permit = { end(how: CallEnd): void };

type RunGate = {
  runId: string;
  waiting: WaitingLine;
  /** Calls that will be asked for soon, as the next report tells. */
  announced: number;
  inFlight: number;
  ended: number;
  share: RunShare;
  /** How many slots the last report asked for. */
  reportedWish: number;
  spentSinceSync: number;
  exhausted: string | null;
};

/**
 * Lets the calls of one worker to one connection through, as far as the limits that all workers share allow. Four times a second it
 * reports and asks for its shares; in between, a call costs no trip to the database.
 */
export class ConnectionGate {
  private readonly holder: ShareHolder;
  private readonly runs = new Map<string, RunGate>();
  private totals = noTotals();
  private meanTokens = 0;
  private meanCost = 0;
  private blockedUntil = 0;
  private syncedAt = 0;
  private syncing: Promise<void> | null = null;
  private hurrying = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(holder: ShareHolder) {
    this.holder = holder;
  }

  /**
   * Waits for the right to make a call; of the calls of a run those of the lowest `rank` go first. Null when `signal` ended the
   * waiting, or when the budget is used up: then `exhausted` tells why.
   */
  async enter(runId: string, rank: number, signal: AbortSignal): Promise<Permit | null> {
    const run = this.runs.get(runId) ?? this.join(runId);
    if (signal.aborted || run.exhausted !== null) return null;
    if (run.waiting.size === 0 && this.mayStart(run)) return this.start(run);
    return await new Promise((resolve) => {
      const done = (permit: Permit | null) => {
        leaveLine();
        forgetSignal();
        resolve(permit);
      };
      const forgetSignal = onAbort(signal, () => done(null));
      const leaveLine = run.waiting.join(rank, done);
      if (run.inFlight + run.waiting.size > run.reportedWish) this.hurry();
    });
  }

  /** Asks for the shares of calls that are about to be made, so that they need not wait for them. */
  announce(runId: string, calls: number): void {
    const run = this.runs.get(runId) ?? this.join(runId);
    run.announced = Math.max(run.announced, calls);
    if (run.announced > run.reportedWish) this.hurry();
  }

  exhausted(runId: string): string | null {
    return this.runs.get(runId)?.exhausted ?? null;
  }

  /** Gives the shares of a run back, when this worker has nothing of it under way. */
  async leave(runId: string): Promise<void> {
    const run = this.runs.get(runId);
    if (run === undefined || run.inFlight > 0 || run.waiting.size > 0) return;
    this.runs.delete(runId);
    await this.sync().catch(() => undefined);
  }

  private join(runId: string): RunGate {
    const run: RunGate = {
      runId,
      waiting: new WaitingLine(),
      announced: 0,
      inFlight: 0,
      ended: 0,
      share: { slots: 0, requests: 0, tokens: 0, budget: null },
      reportedWish: 0,
      spentSinceSync: 0,
      exhausted: null,
    };
    this.runs.set(runId, run);
    return run;
  }

  private mayStart(run: RunGate): boolean {
    const { slots, requests, tokens, budget } = run.share;
    const now = performance.now();
    if (run.inFlight >= slots || now < this.blockedUntil || now - this.syncedAt > staleAfterMs) return false;
    if ((requests ?? 1) < 1 || (tokens ?? 1) <= 0) return false;
    if (budget === null) return true;
    // Calls under way will cost something too; one alone may always go on to find out.
    const left = budget.leftMicroUsd - run.spentSinceSync - run.inFlight * this.meanCost;
    return left > 0 || (run.inFlight === 0 && budget.leftMicroUsd - run.spentSinceSync > 0);
  }

  private start(run: RunGate): Permit {
    run.inFlight += 1;
    if (run.share.requests !== null) run.share.requests -= 1;
    const estimatedTokens = this.meanTokens;
    if (run.share.tokens !== null) run.share.tokens -= estimatedTokens;
    let ended = false;
    return {
      end: (how) => {
        if (ended) return;
        ended = true;
        run.inFlight -= 1;
        run.ended += 1;
        this.count(run, how, estimatedTokens);
        this.wake();
      },
    };
  }

  private count(run: RunGate, how: CallEnd, estimatedTokens: number): void {
    if (how.type === "limited") {
      this.totals.limited += 1;
      this.pause(how.pauseMs, how.reason);
      return;
    }
    if (how.type === "failed") return;
    this.totals.succeeded += 1;
    if (how.pauseMs > 0) this.pause(how.pauseMs, "The provider says that its limit is used up for now.");
    if (how.tokens !== null) {
      this.totals.measuredCalls += 1;
      this.totals.measuredTokens += how.tokens;
      if (run.share.tokens !== null) run.share.tokens += estimatedTokens - how.tokens;
    }
    if (how.costMicroUsd !== null) {
      run.spentSinceSync += how.costMicroUsd;
      this.meanCost = this.meanCost === 0 ? how.costMicroUsd : this.meanCost * 0.9 + how.costMicroUsd * 0.1;
    }
  }

  /** For the calls of this worker at once, and with the next report for everybody. */
  private pause(pauseMs: number, reason: string): void {
    this.totals.pauseMs = Math.max(this.totals.pauseMs, pauseMs);
    this.totals.pauseReason = reason;
    this.blockedUntil = Math.max(this.blockedUntil, performance.now() + pauseMs);
    this.schedule(0);
  }

  /** Lets as many go on as may start now. */
  private wake(): void {
    for (const run of this.runs.values()) {
      for (let resolve = run.waiting.first(); resolve !== undefined; resolve = run.waiting.first()) {
        if (run.exhausted !== null) resolve(null);
        else if (this.mayStart(run)) resolve(this.start(run));
        else break;
      }
    }
  }

  /** More is wanted than the last report told. */
  private hurry(): void {
    if (this.hurrying) return;
    this.hurrying = true;
    this.schedule(Math.max(0, this.syncedAt + syncSoonMs - performance.now()));
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.runs.size === 0) return;
    this.timer = setTimeout(() => void this.sync().catch(() => this.schedule(syncEveryMs)), delayMs);
  }

  /** One at a time: a report that is asked for meanwhile follows at once. */
  private async sync(): Promise<void> {
    while (this.syncing !== null) await this.syncing.catch(() => undefined);
    this.syncing = this.exchange();
    try {
      await this.syncing;
    } finally {
      this.syncing = null;
    }
  }

  private async exchange(): Promise<void> {
    const runs = [...this.runs.values()];
    const report: ShareReport = {
      ...this.totals,
      runs: runs.map((run) => ({
        runId: run.runId,
        wanted: Math.max(run.inFlight + run.waiting.size, run.announced),
        inFlight: run.inFlight,
        ceiling: Math.max(run.inFlight, run.share.slots),
        unusedRequests: run.share.requests ?? 0,
        unusedTokens: run.share.tokens ?? 0,
        perSecond: (run.ended * 1_000) / Math.max(performance.now() - this.syncedAt, 1),
      })),
    };
    const since = runs.map((run) => ({ run, requests: run.share.requests, tokens: run.share.tokens }));
    this.totals = noTotals();
    this.hurrying = false;
    for (const [i, run] of runs.entries()) {
      run.ended = 0;
      run.announced = 0;
      run.spentSinceSync = 0;
      run.reportedWish = report.runs[i]?.wanted ?? 0;
    }
    let shares: Shares;
    try {
      shares = await syncShares(this.holder, report);
    } catch (error) {
      this.totals = addTotals(this.totals, report);
      throw error;
    }
    this.syncedAt = performance.now();
    this.meanTokens = shares.meanTokens;
    this.blockedUntil = Math.max(this.blockedUntil, this.syncedAt + shares.blockedForMs);
    let letsGo = false;
    for (const { run, requests, tokens } of since) {
      const share = shares.ofRun.get(run.runId);
      if (share === undefined) continue;
      letsGo ||= share.slots < Math.max(run.share.slots, run.inFlight);
      // What was started while the report was on its way has used some of what came back.
      const usedRequests = (requests ?? 0) - (run.share.requests ?? 0);
      const usedTokens = (tokens ?? 0) - (run.share.tokens ?? 0);
      run.share = {
        ...share,
        requests: share.requests === null ? null : share.requests - usedRequests,
        tokens: share.tokens === null ? null : share.tokens - usedTokens,
      };
      const { budget } = share;
      run.exhausted = budget !== null && budget.leftMicroUsd <= 0 ? budget.reason : null;
    }
    this.wake();
    const untilUnblocked = this.blockedUntil - performance.now();
    const next = letsGo ? syncSoonMs : syncEveryMs;
    this.schedule(untilUnblocked > 0 ? Math.min(untilUnblocked + 1, next) : next);
  }
}

function noTotals() {
  return {
    succeeded: 0,
    limited: 0,
    pauseMs: 0,
    pauseReason: null as string | null,
    measuredCalls: 0,
    measuredTokens: 0,
  };
}

function addTotals(a: ReturnType<typeof noTotals>, b: ReturnType<typeof noTotals>) {
  return {
    succeeded: a.succeeded + b.succeeded,
    limited: a.limited + b.limited,
    pauseMs: Math.max(a.pauseMs, b.pauseMs),
    pauseReason: a.pauseReason ?? b.pauseReason,
    measuredCalls: a.measuredCalls + b.measuredCalls,
    measuredTokens: a.measuredTokens + b.measuredTokens,
  };
}
