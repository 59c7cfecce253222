import { normalCdf } from "../distributions/normal-cdf.ts";
import { requireFinite } from "../guards/require-finite.ts";

/**
 * Wilcoxon's signed-rank test of per-case differences, two-sided, zeros dropped, by the normal approximation with tie
 * correction and without continuity correction. `w` is the smaller rank sum. Null when nothing differs.
 *
 * Source: Wilcoxon 1945, Biometrics Bulletin 1:80.
 * @throws RangeError when a difference is not finite.
 */
export function wilcoxonSignedRank(differences: readonly number[]): { w: number; pValue: number } | null {
  requireFinite(differences, "differences");
  const sorted = differences
    .filter((difference) => difference !== 0)
    .sort((a, b) => Math.abs(a) - Math.abs(b));
  const count = sorted.length;
  if (count === 0) return null;
  let positive = 0;
  let tieTerm = 0;
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && Math.abs(sorted[end] ?? 0) === Math.abs(sorted[start] ?? 0)) end += 1;
    const rank = (start + 1 + end) / 2;
    const tied = end - start;
    tieTerm += tied ** 3 - tied;
    positive += rank * sorted.slice(start, end).filter((difference) => difference > 0).length;
    start = end;
  }
  const all = (count * (count + 1)) / 2;
  const w = Math.min(positive, all - positive);
  const variance = (count * (count + 1) * (2 * count + 1) - tieTerm / 2) / 24;
  return { w, pValue: Math.min(1, 2 * normalCdf((w - all / 2) / Math.sqrt(variance))) };
}
