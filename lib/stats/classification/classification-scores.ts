/** Means over labels: plain, of all decisions together, and by how often a label is expected. */
export type LabelMeans = { macro: number; micro: number; weighted: number };

export type ClassificationScores = {
  accuracy: number;
  precision: LabelMeans;
  recall: LabelMeans;
  f1: LabelMeans;
  /** Matthews correlation for any number of labels; null where one label is all that was expected, or all that was answered. */
  matthews: number | null;
  /** Cohen's kappa of answers and expected labels; null where both are one and the same label. */
  kappa: number | null;
  total: number;
};

/**
 * Scores of a confusion table: `counts[i * labels + j]` cases expected label i and got label j. Labels that were neither expected nor
 * answered are left out of the plain means; a label that was never answered has precision 0, and one never expected recall 0. Micro
 * means equal the accuracy, since every case has one label and one answer. Null without cases.
 *
 * Source: as scikit-learn's precision_recall_fscore_support with zero_division=0; Matthews after Gorodkin 2004, Comput. Biol. Chem.
 * 28:367; Cohen 1960.
 * @throws RangeError when the table does not have labels² entries.
 */
export function classificationScores(counts: ArrayLike<number>, labels: number): ClassificationScores | null {
  if (counts.length !== labels * labels) {
    throw new RangeError(
      `The confusion table has ${counts.length} entries; ${labels} labels need ${labels * labels}.`,
    );
  }
  const { support, predicted, hits, total } = marginsOf(counts, labels);
  if (total === 0) return null;
  const correct = hits.reduce((sum, count) => sum + count, 0);
  const accuracy = correct / total;
  const present = support.reduce(
    (sum, count, label) => sum + (count + (predicted[label] ?? 0) > 0 ? 1 : 0),
    0,
  );
  const means = (scoreOf: (hit: number, expected: number, answered: number) => number): LabelMeans => {
    let macro = 0;
    let weighted = 0;
    hits.forEach((hit, label) => {
      const score = scoreOf(hit, support[label] ?? 0, predicted[label] ?? 0);
      macro += score;
      weighted += score * (support[label] ?? 0);
    });
    return { macro: macro / present, micro: accuracy, weighted: weighted / total };
  };
  const dot = (one: Float64Array, other: Float64Array) =>
    one.reduce((sum, count, label) => sum + (count / total) * ((other[label] ?? 0) / total), 0);
  const expected = dot(support, predicted);
  const spread = Math.sqrt(1 - dot(predicted, predicted)) * Math.sqrt(1 - dot(support, support));
  return {
    accuracy,
    precision: means((hit, _, answered) => share(hit, answered)),
    recall: means((hit, expectedCount) => share(hit, expectedCount)),
    f1: means((hit, expectedCount, answered) => share(2 * hit, expectedCount + answered)),
    matthews: spread > 1e-12 ? (accuracy - expected) / spread : null,
    kappa: 1 - expected > 1e-12 ? (accuracy - expected) / (1 - expected) : null,
    total,
  };
}

function marginsOf(counts: ArrayLike<number>, labels: number) {
  const support = new Float64Array(labels);
  const predicted = new Float64Array(labels);
  const hits = new Float64Array(labels);
  let total = 0;
  for (let i = 0; i < labels; i += 1) {
    for (let j = 0; j < labels; j += 1) {
      const count = counts[i * labels + j] ?? 0;
      support[i] = (support[i] ?? 0) + count;
      predicted[j] = (predicted[j] ?? 0) + count;
      total += count;
    }
    hits[i] = counts[i * labels + i] ?? 0;
  }
  return { support, predicted, hits, total };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
