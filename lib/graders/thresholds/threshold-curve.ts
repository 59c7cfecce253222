export type LabelledScore = {
  score: number;
  /** Whether a person says that the pair means the same. */
  same: boolean;
};

export type CurvePoint = {
  /** A score passes when it is at least this. */
  threshold: number;
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  trueNegatives: number;
  /** Null where nothing passes. */
  precision: number | null;
  /** Null where no pair is the same. */
  recall: number | null;
  /** 2tp / (2tp + fp + fn); null where that is 0/0. */
  f1: number | null;
  accuracy: number;
};

/**
 * What each threshold would decide about labelled pairs, at every score that there is, from low to high. Between two scores nothing
 * changes. O(n log n). Precision, recall and F1: van Rijsbergen 1979, "Information Retrieval", chapter 7.
 */
export function thresholdCurve(pairs: readonly LabelledScore[]): CurvePoint[] {
  const sorted = pairs.filter(({ score }) => Number.isFinite(score)).toSorted((a, b) => a.score - b.score);
  const total = sorted.length;
  const same = sorted.filter((pair) => pair.same).length;
  const points: CurvePoint[] = [];
  let below = 0;
  let sameBelow = 0;
  for (const [index, pair] of sorted.entries()) {
    if (index === 0 || sorted[index - 1]?.score !== pair.score) {
      points.push(pointAt(pair.score, { total, same, below, sameBelow }));
    }
    below += 1;
    if (pair.same) sameBelow += 1;
  }
  return points;
}

/** The point with the best F1; of equal ones the one with the best accuracy, then the highest threshold. Null without points. */
export function bestPoint(points: readonly CurvePoint[]): CurvePoint | null {
  return points.reduce<CurvePoint | null>((best, point) => {
    if (best === null) return point;
    const byF1 = (point.f1 ?? -1) - (best.f1 ?? -1);
    const difference = byF1 === 0 ? point.accuracy - best.accuracy : byF1;
    return difference >= 0 ? point : best;
  }, null);
}

type Counts = { total: number; same: number; below: number; sameBelow: number };

function pointAt(threshold: number, { total, same, below, sameBelow }: Counts): CurvePoint {
  const truePositives = same - sameBelow;
  const falsePositives = total - below - truePositives;
  const falseNegatives = sameBelow;
  const trueNegatives = below - sameBelow;
  const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    threshold,
    truePositives,
    falsePositives,
    falseNegatives,
    trueNegatives,
    precision: ratio(truePositives, truePositives + falsePositives),
    recall: ratio(truePositives, same),
    f1: ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
    accuracy: (truePositives + trueNegatives) / total,
  };
}
