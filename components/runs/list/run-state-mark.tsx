import { StatusDot, type StatusTone } from "#components/ui/status-dot.tsx";
import type { RunStateName } from "#lib/runs/run-progress.ts";
import { stateLabels } from "#lib/runs/run-state.ts";

const tones: Record<RunStateName, StatusTone> = {
  queued: "neutral",
  running: "active",
  paused: "warning",
  cancelling: "warning",
  cancelled: "neutral",
  finished: "info",
  failed: "negative",
};

/** The state of a run in words with its mark. */
export function RunStateMark({ state }: { state: RunStateName }) {
  return <StatusDot tone={tones[state]}>{stateLabels[state]}</StatusDot>;
}
