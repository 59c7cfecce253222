import type { RunStateName } from "./run-progress.ts";

/** What a list of runs can be narrowed to. */
export const runStateGroups = ["running", "finished", "cancelled", "failed"] as const;
export type RunStateGroup = (typeof runStateGroups)[number];

export const statesOfGroup: Record<RunStateGroup, readonly RunStateName[]> = {
  running: ["queued", "running", "paused", "cancelling"],
  finished: ["finished"],
  cancelled: ["cancelled"],
  failed: ["failed"],
};

export const stateLabels: Record<RunStateName, string> = {
  queued: "Queued",
  running: "Running",
  paused: "Paused",
  cancelling: "Stopping",
  cancelled: "Cancelled",
  finished: "Finished",
  failed: "Stopped on an error",
};

export function hasEnded(state: RunStateName): boolean {
  return !statesOfGroup.running.includes(state);
}
