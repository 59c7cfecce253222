import { hypergeometric } from "../distributions/hypergeometric.ts";
import { requireWithin } from "../guards/require-within.ts";
import { type CaseAttempts, requireAttempts } from "./pass-at-k.ts";

/**
 * G-Pass@k of one case: the chance that at least ceil(threshold · k) of k attempts pass (at least one). Threshold 1 is
 * pass^k; a threshold of 1/k or less is pass@k. Null when there are fewer than k attempts.
 *
 * Source: Liu et al. 2024, arXiv 2412.13147.
 * @throws RangeError unless the counts are whole, passes <= attempts, k >= 1 and 0 <= threshold <= 1.
 */
export function gPassAtK({ attempts, passes }: CaseAttempts, k: number, threshold: number): number | null {
  requireAttempts({ attempts, passes }, k);
  requireWithin(threshold, "threshold", 0, 1);
  if (attempts < k) return null;
  // 0.7 · 10 is 7.000000000000001 in binary; without the slack it would ask for 8.
  const needed = Math.max(1, Math.ceil(threshold * k - 1e-9));
  const { minimum, probabilities } = hypergeometric({ population: attempts, successes: passes, draws: k });
  if (needed <= minimum) return 1;
  return Math.min(
    1,
    probabilities.slice(needed - minimum).reduce((sum, probability) => sum + probability, 0),
  );
}
