import { type Split, splitLabels, splits } from "#lib/datasets/split.ts";

export type Training = {
  datasetId: string;
  datasetName: string;
  versionNumber: number;
  splits: readonly Split[];
};

/**
 * A sentence when a model that learned from cases of this dataset would be asked about splits that it learned from, or null.
 * No splits named means all of them, for training as for the run.
 */
export function trainingNote(
  training: Training | null,
  run: { datasetId: string; splits: readonly Split[] },
): string | null {
  if (training === null || training.datasetId !== run.datasetId) return null;
  const asked = run.splits.length === 0 ? splits : run.splits;
  const learned = training.splits.length === 0 ? splits : training.splits;
  const shared = asked.filter((split) => learned.includes(split));
  if (shared.length === 0) return null;
  const named = shared.map((split) => splitLabels[split]).join(" and ");
  return `It was trained on version ${training.versionNumber} of this dataset, ${named} cases included. On those its pass rate says little about new cases.`;
}
