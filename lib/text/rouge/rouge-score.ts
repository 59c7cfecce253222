export type RougeScore = { precision: number; recall: number; f1: number };

/** Precision, recall and F1 of an overlap between a prediction and a target of the given sizes; 0 where a size is 0. */
export function rougeScore(overlap: number, targetSize: number, predictionSize: number): RougeScore {
  const precision = predictionSize === 0 ? 0 : overlap / predictionSize;
  const recall = targetSize === 0 ? 0 : overlap / targetSize;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
