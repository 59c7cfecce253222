import { AppError } from "#lib/errors/app-error.ts";
import type { RunStateName } from "../run-progress.ts";
import { stateLabels } from "../run-state.ts";

export type RunControl =
  | "pause"
  | "resume"
  | "cancel"
  | "retry-errored"
  | "grade-again"
  | "change-priority"
  | "change-budget";

const statesOf: Record<RunControl, readonly RunStateName[]> = {
  pause: ["queued", "running"],
  resume: ["paused", "failed"],
  cancel: ["queued", "running", "paused", "failed"],
  "retry-errored": ["finished", "cancelled", "failed"],
  // Of a paused run what is stored is graded, and it is paused again. The shards of one that was cancelled or failed are at no rest.
  "grade-again": ["finished", "paused"],
  "change-priority": ["queued", "running", "paused"],
  "change-budget": ["queued", "running", "paused"],
};

const obstacles: Record<RunControl, string> = {
  pause: "Only a run that is queued or running can be paused.",
  resume: "Only a run that is paused or stopped on an error can be resumed. Run it again instead.",
  cancel: "There is nothing to cancel.",
  "retry-errored": "Wait until it has ended; then its errored attempts can be tried again.",
  "grade-again": "Only a finished or a paused run can be graded again. Pause it, or wait until it has ended.",
  "change-priority": "Only a run that has not ended has a priority to change.",
  "change-budget": "Only a run that has not ended has a budget to change.",
};

export function allowsControl(control: RunControl, state: RunStateName): boolean {
  return statesOf[control].includes(state);
}

/** Refuses what the run's state does not allow, with the state in words and the way out. */
export function refuseUnlessAllowed(
  control: RunControl,
  { number, state }: { number: number; state: RunStateName },
): void {
  if (allowsControl(control, state)) return;
  throw new AppError(
    "conflict",
    `Run ${number} is in the state "${stateLabels[state]}". ${obstacles[control]}`,
  );
}
