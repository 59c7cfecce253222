import type { LabelActions } from "#components/review/label-actions.ts";
import type { RunActions } from "#components/runs/page/control/run-actions.ts";
import {
  addGradersAction,
  cancelRunAction,
  changeBudgetAction,
  changePriorityAction,
  clearLabelAction,
  gradeAgainAction,
  labelAttemptAction,
  listAddableGradersAction,
  pauseRunAction,
  rerunAction,
  resumeRunAction,
  retryErroredAction,
} from "./actions.ts";

export const runActions: RunActions = {
  pause: pauseRunAction,
  resume: resumeRunAction,
  cancel: cancelRunAction,
  retryErrored: retryErroredAction,
  rerun: rerunAction,
  gradeAgain: gradeAgainAction,
  addGraders: addGradersAction,
  listAddableGraders: listAddableGradersAction,
  changePriority: changePriorityAction,
  changeBudget: changeBudgetAction,
};

export const labelActions: LabelActions = { label: labelAttemptAction, clear: clearLabelAction };
