import type { Action } from "#components/ui/use-action.ts";
import type { NextRunAsk, RunUnderWay } from "#lib/decisions/next-run/next-run.ts";
import type { StartedRuns } from "#lib/runs/start-runs.ts";

/** What it takes to start runs from a board: the server action, and which models have a run under way. */
export type StartNext = {
  start: Action<NextRunAsk & { requestKey: string }, StartedRuns>;
  underWay: readonly RunUnderWay[];
};
