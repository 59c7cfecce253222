import type { MonthMoney } from "#lib/runs/starting/budget-obstacle.ts";
import type { RunEstimate } from "#lib/runs/starting/estimate/estimate-cost.ts";
import type { JudgingEstimate } from "#lib/runs/starting/estimate/judging/estimate-judging.ts";

/** A run that a board lacks: of this model, with the pins of that run. */
export type NextRunAsk = {
  likeRunId: string;
  modelId: string;
  /** How often each case is asked; left out: as often as in that run. */
  repetitions?: number;
};

/** What pressing Start will do, for a confirmation. */
export type NextRunPlan = {
  likeRunNumber: number;
  dataset: { name: string; version: number };
  model: { name: string; version: number };
  cases: number;
  repetitions: number;
  graders: string[];
  /** Calls at once at most. */
  concurrency: number;
  /** Of its answers; null where nothing is known of the model. */
  estimate: RunEstimate | null;
  /** What each grader that asks somebody makes of the answers. */
  judging: readonly JudgingEstimate[];
  /** Of the run itself; null is none. */
  budgetMicroUsd: number | null;
  month: MonthMoney;
  /** Why the month's budget cannot pay it, in one sentence; null where it can. */
  obstacle: string | null;
};

export type RunUnderWay = { id: string; number: number; model: { id: string; name: string } };

/** What could still be measured, beside what is on a board. */
export type NextRuns = {
  /** Runs on the dataset that have not ended, the newest first. */
  underWay: RunUnderWay[];
  /** Models that have no finished run on the dataset, the newest first. */
  unmeasured: { id: string; name: string }[];
  /** How many of those there are beyond the list. */
  moreUnmeasured: number;
  /** Finished runs of the board's models that are newer than those on it. */
  newer: { id: string; number: number; model: { id: string; name: string }; insteadOf: string }[];
};
