/**
 * Tango's score statistic T(δ) for the hypothesis "pass rate of the first minus the second is δ", falling in δ.
 * The nuisance probability q is the restricted maximum-likelihood share of cases that pass only in the second run.
 * +-Infinity where the variance under δ is 0 and the data contradict δ; 0 where they agree with it.
 *
 * Source: Tango 1998, Statistics in Medicine 17:891, equations 24 to 26.
 */
export function tangoScore({
  onlyFirst,
  onlySecond,
  total,
  delta,
}: {
  onlyFirst: number;
  onlySecond: number;
  total: number;
  delta: number;
}): number {
  const q = restrictedShare(onlyFirst, onlySecond, total, delta);
  const numerator = onlyFirst - onlySecond - total * delta;
  const variance = total * (2 * q + delta * (1 - delta));
  if (variance <= 0) return numerator === 0 ? 0 : numerator * Number.POSITIVE_INFINITY;
  return numerator / Math.sqrt(variance);
}

function restrictedShare(onlyFirst: number, onlySecond: number, total: number, delta: number): number {
  const a = 2 * total;
  const b = -onlyFirst - onlySecond + (2 * total - onlyFirst + onlySecond) * delta;
  const c = -onlySecond * delta * (1 - delta);
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  // The two forms are equal; each avoids subtracting nearly equal numbers on its side of b = 0.
  const q = b > 0 ? (-2 * c) / (b + root) : (root - b) / (2 * a);
  return Math.max(q, 0, -delta);
}
