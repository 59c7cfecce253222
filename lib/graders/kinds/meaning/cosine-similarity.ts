/** The cosine of the angle between two vectors, in -1..1; null when one has no length or they differ in their number of dimensions. */
export function cosineSimilarity(a: readonly number[], b: readonly number[]): number | null {
  if (a.length === 0 || a.length !== b.length) return null;
  let dot = 0;
  let lengthA = 0;
  let lengthB = 0;
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    dot += value * other;
    lengthA += value * value;
    lengthB += other * other;
  }
  const product = Math.sqrt(lengthA) * Math.sqrt(lengthB);
  if (!Number.isFinite(dot) || !Number.isFinite(product) || product === 0) return null;
  return Math.min(1, Math.max(-1, dot / product));
}
