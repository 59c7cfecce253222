import type { Action } from "#components/ui/use-action.ts";
import type { VerdictRule } from "#lib/graders/verdict/verdict-rule.ts";
import type { CancelRunInput } from "#lib/runs/control/cancel-run.ts";
import type { ChangeBudgetInput } from "#lib/runs/control/change-budget.ts";
import type { ChangePriorityInput } from "#lib/runs/control/change-priority.ts";
import type { RunControlFacts } from "#lib/runs/control/get-run-control.ts";
import type { AddGradersInput } from "#lib/runs/control/grading/add-graders.ts";
import type { GradeAgainInput } from "#lib/runs/control/grading/grade-again.ts";
import type { AddableGrader } from "#lib/runs/control/grading/list-addable-graders.ts";
import type { PauseRunInput } from "#lib/runs/control/pause-run.ts";
import type { RerunInput } from "#lib/runs/control/rerun.ts";
import type { ResumeRunInput } from "#lib/runs/control/resume-run.ts";
import type { RetryErroredInput } from "#lib/runs/control/retry-errored.ts";
import type { RunStateName } from "#lib/runs/run-progress.ts";
import type { StartedRuns } from "#lib/runs/start-runs.ts";

/** The server actions that the page of a run is given. */
export type RunActions = {
  pause: Action<PauseRunInput, void>;
  resume: Action<ResumeRunInput, void>;
  cancel: Action<CancelRunInput, void>;
  retryErrored: Action<RetryErroredInput, { errored: number }>;
  rerun: Action<RerunInput, StartedRuns>;
  gradeAgain: Action<GradeAgainInput, void>;
  addGraders: Action<AddGradersInput, void>;
  listAddableGraders: Action<{ runId: string }, AddableGrader[]>;
  changePriority: Action<ChangePriorityInput, void>;
  changeBudget: Action<ChangeBudgetInput, void>;
};

/** The run as its controls see it. */
export type ControlledRun = RunControlFacts & {
  id: string;
  number: number;
  state: RunStateName;
  verdictRule: VerdictRule;
  graders: { weight: number; critical: boolean }[];
};
