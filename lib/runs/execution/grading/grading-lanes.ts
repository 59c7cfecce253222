import type { GradeUsage } from "#lib/graders/grader-kind.ts";
import { ServicesStopped } from "#lib/graders/services/services-stopped.ts";
import type { ShardLease } from "../shard/keep-lease.ts";
import type { GradedAttempt } from "../storing/graded-attempt.ts";
import { closeAnswer, type Judging, judgeAnswer, type Ungraded } from "./grade-answer.ts";

type Setting = Judging & {
  /** Answers that are judged at the same time. */
  width: number;
  lease: Pick<ShardLease, "halt" | "signals">;
  isCancelled: boolean;
  /** Takes a judged attempt at once: what it cost must not be lost. */
  keep(graded: GradedAttempt): void;
  /** Counts what calls for a judgement that was stopped have cost. */
  bill(usage: GradeUsage): Promise<void>;
};

export type GradingLanes = {
  add(answer: Ungraded): void;
  isFull(): boolean;
  /** Resolves when more answers may come, or when nothing is started any more. */
  room(): Promise<void>;
  /** Resolves when nothing is under way and nothing waits; rejects with the first error that was met. */
  settled(): Promise<void>;
};

/**
 * Judges stored answers where graders ask somebody, a few at a time. A halt starts no new judgement and lets go of what waits: it is
 * stored, and the next worker judges it. Of a cancelled run nobody comes, so what waits is closed without asking.
 */
export function createGradingLanes({
  graders,
  verdictRule,
  width,
  lease,
  isCancelled,
  keep,
  bill,
}: Setting): GradingLanes {
  const judging = { graders, verdictRule };
  const waiting: Ungraded[] = [];
  const most = 2 * width;
  let underWay = 0;
  let failure: { error: unknown } | null = null;
  let changed = Promise.withResolvers<void>();

  const tell = () => {
    changed.resolve();
    changed = Promise.withResolvers<void>();
  };
  lease.signals.halted.addEventListener("abort", () => pump(), { once: true });

  function pump(): void {
    while (waiting.length > 0 && (underWay < width || mode() !== "judge")) {
      const answer = waiting.shift();
      if (answer !== undefined) take(answer);
    }
    tell();
  }

  function mode(): "judge" | "close" | "let-go" {
    if (failure !== null) return "let-go";
    if (lease.halt === "cancelled" || (isCancelled && lease.halt === null)) return "close";
    return lease.halt === null ? "judge" : "let-go";
  }

  function take(answer: Ungraded): void {
    const how = mode();
    if (how === "close") keep(closeAnswer(judging, answer));
    if (how === "judge") void judge(answer);
  }

  async function judge(answer: Ungraded): Promise<void> {
    underWay += 1;
    try {
      keep(await judgeAnswer(judging, answer, lease.signals.abort));
    } catch (error) {
      if (error instanceof ServicesStopped && error.usage.calls > 0) await billOrFail(error.usage);
      const isStopped = error instanceof ServicesStopped || lease.signals.abort.aborted;
      if (!isStopped) failure ??= { error };
      else if (mode() === "close") keep(closeAnswer(judging, answer));
    } finally {
      underWay -= 1;
      pump();
    }
  }

  async function billOrFail(usage: GradeUsage): Promise<void> {
    await bill(usage).catch((error: unknown) => {
      failure ??= { error };
    });
  }

  return {
    add(answer) {
      waiting.push(answer);
      pump();
    },
    isFull: () => waiting.length >= most && mode() === "judge",
    async room() {
      while (waiting.length >= most && mode() === "judge") await changed.promise;
    },
    async settled() {
      while (underWay > 0 || waiting.length > 0) await changed.promise;
      if (failure !== null) throw failure.error;
    },
  };
}
