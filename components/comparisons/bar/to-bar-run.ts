import type { ComparedRun } from "#lib/comparisons/compared-run.ts";
import type { BarRun } from "./run-token.tsx";

/** A run as the bar shows it; `baseline` says which runs share its cases. */
export function toBarRun(run: ComparedRun, baseline: ComparedRun): BarRun {
  return {
    id: run.id,
    number: run.number,
    modelName: `${run.model.name} v${run.model.versionNumber}`,
    datasetName: `${run.dataset.name} v${run.dataset.versionNumber}`,
    state: run.state === "finished" ? null : run.state,
    archived: run.model.isArchived ? "archived model" : run.dataset.isArchived ? "archived dataset" : null,
    isComparable: run.dataset.id === baseline.dataset.id,
    finishedAt: run.finishedAt ?? run.createdAt,
  };
}
