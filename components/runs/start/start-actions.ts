import type { Action } from "#components/ui/use-action.ts";
import type { StartedRuns, StartRunsInput } from "#lib/runs/start-runs.ts";

/** The server actions that the form for new runs is given. */
export type StartActions = {
  start: Action<StartRunsInput, StartedRuns>;
  adoptProposedGraders: Action<{ datasetId: string }, { graderIds: string[] }>;
};
