import { requireCount } from "../guards/require-count.ts";
import { requireFinite } from "../guards/require-finite.ts";
import { seededRandom } from "../random/seeded-random.ts";

export type SignFlipResult =
  | { method: "exact"; pValue: number }
  | { method: "monte-carlo"; pValue: number; resamples: number; seed: number };

const EXACT_LIMIT = 20;

/**
 * Two-sided permutation test of "the mean per-case difference is 0": how often random signs give a mean at least as far
 * from 0. All sign patterns are enumerated up to 20 non-zero differences (zeros never matter); beyond that, `resamples`
 * random ones, with p = (count + 1) / (resamples + 1). p is 1 when nothing differs or there are no cases.
 *
 * Source: Fisher 1935; the Monte-Carlo p-value after Phipson & Smyth 2010.
 * @throws RangeError when a difference is not finite, or resamples or seed is not a count.
 */
export function signFlipTest({
  differences,
  resamples = 10_000,
  seed = 1,
}: {
  differences: readonly number[];
  resamples?: number;
  seed?: number;
}): SignFlipResult {
  requireFinite(differences, "differences");
  requireCount(resamples, "resamples", 1);
  const moving = differences.filter((difference) => difference !== 0).map(Math.abs);
  const observed = Math.abs(differences.reduce((sum, difference) => sum + difference, 0));
  // Sums in another order differ by rounding; a sum this close to the observed one is a tie.
  const threshold = observed - 1e-9 * moving.reduce((sum, size) => sum + size, 0);
  if (moving.length <= EXACT_LIMIT) return { method: "exact", pValue: exactShare(moving, threshold) };
  const random = seededRandom(seed);
  let count = 0;
  for (let resample = 0; resample < resamples; resample += 1) {
    if (Math.abs(randomSum(moving, random.uint32)) >= threshold) count += 1;
  }
  return { method: "monte-carlo", pValue: (count + 1) / (resamples + 1), resamples, seed };
}

/** Gray code: each of the 2^n patterns differs from the one before in a single sign. */
function exactShare(sizes: readonly number[], threshold: number): number {
  const signed = [...sizes];
  let sum = signed.reduce((running, size) => running + size, 0);
  const patterns = 2 ** signed.length;
  let count = Math.abs(sum) >= threshold ? 1 : 0;
  for (let pattern = 1; pattern < patterns; pattern += 1) {
    const flipped = 31 - Math.clz32(pattern & -pattern);
    const value = signed[flipped] ?? 0;
    signed[flipped] = -value;
    sum -= 2 * value;
    if (Math.abs(sum) >= threshold) count += 1;
  }
  return count / patterns;
}

function randomSum(sizes: readonly number[], uint32: () => number): number {
  let sum = 0;
  let bits = 0;
  for (let index = 0; index < sizes.length; index += 1) {
    if ((index & 31) === 0) bits = uint32();
    sum += (bits >>> (index & 31)) & 1 ? (sizes[index] ?? 0) : -(sizes[index] ?? 0);
  }
  return sum;
}
