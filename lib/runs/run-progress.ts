type Counts = {
  planned: number;
  answered: number;
  passed: number;
  failed: number;
  unscored: number;
  errored: number;
  costMicroUsd: number;
  /** Answers whose cost is not known; the cost so far is then a lower bound. */
  costUnknown: number;
  /** Answers from the cache, and what they had cost when they were made. */
  cached: number;
  savedMicroUsd: number;
  /** What its graders have paid apart from the answers, and how many of their grades have an unknown cost. */
  judgeCostMicroUsd: number;
  judgeCostUnknown: number;
  /** What the run may cost at most; null is no limit of its own. */
  budgetMicroUsd: number | null;
};

export type RunStateName =
  | "queued"
  | "running"
  | "paused"
  | "cancelling"
  | "cancelled"
  | "finished"
  | "failed";

export type RunProgress = Counts & {
  state: RunStateName;
  stateReason: string | null;
  /** Ended attempts: answered or errored. */
  done: number;
  /** Ended attempts a second since the start, or null before the first. */
  perSecond: number | null;
  secondsLeft: number | null;
  elapsedSeconds: number;
  ended: boolean;
};

/** What the database knows of a run on its way. */
export type ProgressSource = Counts & {
  state: RunStateName;
  stateReason: string | null;
  startedAt: Date | null;
  finishedAt: Date | null;
};

const endStates: readonly RunStateName[] = ["cancelled", "finished", "failed"];

/** Rate and time left, from what has ended since the start. */
export function estimateProgress(source: ProgressSource, now: Date): RunProgress {
  const { startedAt, finishedAt, ...counts } = source;
  const ended = endStates.includes(source.state);
  const until = finishedAt ?? now;
  const elapsedSeconds =
    startedAt === null ? 0 : Math.max(0, (until.getTime() - startedAt.getTime()) / 1_000);
  const done = source.answered + source.errored;
  const perSecond = done > 0 && elapsedSeconds > 0 ? done / elapsedSeconds : null;
  const left = Math.max(0, source.planned - done);
  const secondsLeft = ended ? 0 : perSecond === null ? null : left / perSecond;
  return { ...counts, done, perSecond, secondsLeft, elapsedSeconds, ended };
}
