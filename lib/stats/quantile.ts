import { requireFinite } from "./guards/require-finite.ts";
import { requireWithin } from "./guards/require-within.ts";

/**
 * Sample quantile with linear interpolation between order statistics (Hyndman & Fan type 7, the default of R and
 * NumPy); null when there are no values. The input is never reordered; sorted input skips the sort.
 *
 * Source: Hyndman & Fan 1996, The American Statistician 50:361.
 * @throws RangeError unless every value is finite and 0 <= p <= 1.
 */
export function quantile(sortedOrUnsorted: readonly number[], p: number): number | null {
  requireWithin(p, "p", 0, 1);
  requireFinite(sortedOrUnsorted, "values");
  if (sortedOrUnsorted.length === 0) return null;
  const sorted = isSorted(sortedOrUnsorted) ? sortedOrUnsorted : Float64Array.from(sortedOrUnsorted).sort();
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  const share = position - below;
  // Two products rather than low + share * (high - low): the difference of two finite numbers may overflow.
  return share === 0 ? low : low * (1 - share) + high * share;
}

function isSorted(values: readonly number[]): boolean {
  for (let index = 1; index < values.length; index += 1) {
    if ((values[index] ?? 0) < (values[index - 1] ?? 0)) return false;
  }
  return true;
}
