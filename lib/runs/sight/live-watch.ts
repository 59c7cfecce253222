import { setTimeout as delay } from "node:timers/promises";
import type { Context } from "#lib/context/context.ts";
import { getRunProgress } from "../get-run-progress.ts";
import { type LiveRun, readErrorCounts } from "./get-live-run.ts";
import { readSightSource } from "./read-sight-source.ts";
import { describeSight, type RunSight, type SightWorker } from "./run-sight.ts";
import { addSample, type Sample, steadyRate, throughputOf } from "./throughput.ts";

/** Errors are counted over rows, so they are not counted at every look. */
const errorsEveryMs = 2_000;
/** How much a look counts in the speed of a worker: about three seconds are told of at four looks a second. */
const newestPart = 0.1;

type Outcome = { type: "live"; live: LiveRun } | { type: "failed"; error: unknown };

/** One look at the database after the other, for everybody in this process who watches the same run. */
export class LiveWatch {
  private readonly ctx: Context;
  private readonly runId: string;
  private readonly everyMs: number;
  private readonly onIdle: () => void;
  private readonly waiting = new Set<() => void>();
  private readonly samples: Sample[] = [];
  private readonly speeds = new Map<string, number>();
  private errors: { counts: RunSight["errors"]; of: number; readAt: number } | null = null;
  private fingerprint = "";
  private followers = 0;
  private running = false;
  private pause = new AbortController();
  /** Counts up with every change; 0 before the first look. */
  version = 0;
  outcome: Outcome | null = null;

  /** `onIdle` is called when it has stopped looking; a follower after that makes it look again. */
  constructor(ctx: Context, runId: string, everyMs: number, onIdle: () => void) {
    this.ctx = ctx;
    this.runId = runId;
    this.everyMs = everyMs;
    this.onIdle = onIdle;
  }

  follow(): void {
    this.followers += 1;
    if (!this.running) void this.run();
  }

  unfollow(): void {
    this.followers -= 1;
    if (this.followers === 0) this.pause.abort();
  }

  get isOver(): boolean {
    return this.outcome !== null && (this.outcome.type === "failed" || this.outcome.live.ended);
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.followers > 0 && !this.isOver) {
      this.pause = new AbortController();
      try {
        this.publish({ type: "live", live: await this.look() });
      } catch (error) {
        this.publish({ type: "failed", error });
      }
      if (this.followers === 0 || this.isOver) break;
      await delay(this.everyMs, undefined, { signal: this.pause.signal }).catch(() => undefined);
    }
    this.running = false;
    this.onIdle();
  }

  /** Resolves when there is something newer than `seen`, or after `timeoutMs`, or when nobody wants to know. */
  async changed(seen: number, timeoutMs: number, signal: AbortSignal): Promise<void> {
    if (this.version > seen || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.waiting.delete(done);
        signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, timeoutMs);
      this.waiting.add(done);
      signal.addEventListener("abort", done, { once: true });
    });
  }

  private publish(outcome: Outcome): void {
    const fingerprint = outcome.type === "live" ? fingerprintOf(outcome.live) : "failed";
    this.outcome = outcome;
    if (fingerprint === this.fingerprint) return;
    this.fingerprint = fingerprint;
    this.version += 1;
    for (const wake of [...this.waiting]) wake();
  }

  private async look(): Promise<LiveRun> {
    const { ctx, runId } = this;
    const progress = await getRunProgress(ctx, runId);
    if (progress.ended) return { ...progress, sight: null };
    const source = await readSightSource(ctx, runId);
    addSample(this.samples, { atMs: performance.now(), done: progress.done });
    const described = describeSight(source, {
      throughput: throughputOf(this.samples),
      errors: await this.errorCounts(progress.errored),
    });
    const sight = { ...described, workers: described.workers.map((worker) => this.steadied(worker)) };
    const rate = steadyRate(this.samples);
    const left = Math.max(0, progress.planned - progress.done);
    const secondsLeft = rate === null || rate === 0 ? progress.secondsLeft : left / rate;
    return { ...progress, secondsLeft, sight };
  }

  /** Workers measure over a quarter of a second, in which few calls end or none. */
  private steadied(worker: SightWorker): SightWorker {
    const before = this.speeds.get(worker.id) ?? worker.perSecond;
    const perSecond = before + (worker.perSecond - before) * newestPart;
    this.speeds.set(worker.id, perSecond);
    return { ...worker, perSecond: Math.round(perSecond * 10) / 10 };
  }

  private async errorCounts(errored: number): Promise<RunSight["errors"]> {
    const known = this.errors;
    const now = performance.now();
    if (known !== null && (known.of === errored || now - known.readAt < errorsEveryMs)) return known.counts;
    const counts = errored === 0 ? [] : await readErrorCounts(this.ctx, this.runId);
    this.errors = { counts, of: errored, readAt: now };
    return counts;
  }
}

/** Everything but the clock: elapsed time and what follows from it change at every look. */
function fingerprintOf({
  perSecond: _perSecond,
  secondsLeft: _secondsLeft,
  elapsedSeconds: _elapsed,
  sight,
  ...counts
}: LiveRun): string {
  const seen = sight && {
    ...sight,
    workers: sight.workers.map(({ lastSeenSeconds: _seen, ...worker }) => worker),
  };
  return JSON.stringify({ ...counts, seen });
}
