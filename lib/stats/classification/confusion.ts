export type ClassPair = { expected: string; actual: string };

export type ClassScores = {
  label: string;
  support: number;
  predicted: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
};

export type ConfusionMatrix = {
  labels: string[];
  counts: number[][];
  perClass: ClassScores[];
  accuracy: number | null;
  macroF1: number | null;
  total: number;
};

/**
 * Confusion matrix of a single-label classification: `counts[i][j]` cases expected `labels[i]` and got `labels[j]`.
 * Labels are the union of both columns, by support (descending), then by name, so an answer outside the expected
 * classes stays visible. Precision is null where a label was never predicted, recall where it was never expected.
 * `macroF1` is the plain mean of F1 over all labels. Accuracy and macroF1 are null when there are no pairs.
 *
 * Source: F1 = 2TP / (2TP + FP + FN), as scikit-learn's f1_score(average="macro", zero_division=0).
 */
export function confusionMatrix(pairs: readonly ClassPair[]): ConfusionMatrix {
  const labels = orderedLabels(pairs);
  const positions = new Map(labels.map((label, position) => [label, position]));
  const counts = labels.map(() => labels.map(() => 0));
  for (const { expected, actual } of pairs) {
    const row = counts[positions.get(expected) ?? -1];
    const column = positions.get(actual);
    if (row && column !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  const perClass = labels.map((label, position) => classScores(label, position, counts));
  const correct = counts.reduce((sum, row, position) => sum + (row[position] ?? 0), 0);
  const f1Sum = perClass.reduce((sum, scores) => sum + (scores.f1 ?? 0), 0);
  return {
    labels,
    counts,
    perClass,
    accuracy: pairs.length === 0 ? null : correct / pairs.length,
    macroF1: labels.length === 0 ? null : f1Sum / labels.length,
    total: pairs.length,
  };
}

function orderedLabels(pairs: readonly ClassPair[]): string[] {
  const support = new Map<string, number>();
  for (const { expected, actual } of pairs) {
    support.set(expected, (support.get(expected) ?? 0) + 1);
    if (!support.has(actual)) support.set(actual, 0);
  }
  return [...support]
    .sort(([nameA, supportA], [nameB, supportB]) => supportB - supportA || (nameA < nameB ? -1 : 1))
    .map(([name]) => name);
}

function classScores(label: string, position: number, counts: readonly (readonly number[])[]): ClassScores {
  const hits = counts[position]?.[position] ?? 0;
  const support = (counts[position] ?? []).reduce((sum, count) => sum + count, 0);
  const predicted = counts.reduce((sum, row) => sum + (row[position] ?? 0), 0);
  return {
    label,
    support,
    predicted,
    precision: predicted === 0 ? null : hits / predicted,
    recall: support === 0 ? null : hits / support,
    f1: support + predicted === 0 ? null : (2 * hits) / (support + predicted),
  };
}
