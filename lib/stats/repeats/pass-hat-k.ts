import { type CaseAttempts, requireAttempts } from "./pass-at-k.ts";

/**
 * pass^k of one case: the chance that all of k attempts pass, estimated without bias. Null when there are fewer than k
 * attempts.
 *
 * Source: Yao et al. 2024 (tau-bench), arXiv 2406.12045: C(c, k) / C(n, k).
 * @throws RangeError unless the counts are whole, passes <= attempts and k >= 1.
 */
export function passHatK({ attempts, passes }: CaseAttempts, k: number): number | null {
  requireAttempts({ attempts, passes }, k);
  if (attempts < k) return null;
  if (passes < k) return 0;
  let allPass = 1;
  for (let drawn = 0; drawn < k; drawn += 1) allPass *= (passes - drawn) / (attempts - drawn);
  return allPass;
}
