import type { FoundRun } from "../reading/read-trend-runs.ts";

export type MarkKind = "dataset" | "grader" | "model" | "price";

/** Something that runs are measured with changed before this run. */
export type VersionMark = { runNumber: number; kind: MarkKind; label: string };

/**
 * Where something new comes into use among runs that came oldest first: a dataset or grader version newer than any before, and, for the
 * model of the line that is looked at, another version (its prompt or parameters) or another price. The first run is no change.
 */
export function versionMarks(found: readonly FoundRun[], modelId: string | null): VersionMark[] {
  const marks: VersionMark[] = [];
  const newestGrader = new Map<string, number>();
  let dataset = 0;
  let model: FoundRun | null = null;
  for (const [index, one] of found.entries()) {
    const { run, pins } = one;
    const add = (kind: MarkKind, label: string) => marks.push({ runNumber: run.number, kind, label });
    if (run.datasetVersion > dataset && index > 0) add("dataset", `dataset v${run.datasetVersion}`);
    dataset = Math.max(dataset, run.datasetVersion);
    for (const { graderId, name, number } of pins.graders) {
      if (number > (newestGrader.get(graderId) ?? 0) && index > 0) add("grader", `${name} v${number}`);
      newestGrader.set(graderId, Math.max(newestGrader.get(graderId) ?? 0, number));
    }
    if (run.model.id !== modelId) continue;
    if (model !== null && model.run.model.versionNumber !== run.model.versionNumber)
      add("model", `model v${run.model.versionNumber}`);
    if (model?.pins.prices.some((price, place) => price !== pins.prices[place])) add("price", "new price");
    model = one;
  }
  return marks;
}
