import { requireCount } from "../guards/require-count.ts";

/** Attempts at one case: `passes` of `attempts` passed. */
export type CaseAttempts = { attempts: number; passes: number };

/**
 * pass@k of one case: the chance that at least one of k attempts passes, estimated without bias from `attempts` of which
 * `passes` passed. Null when there are fewer than k attempts.
 *
 * Source: Chen et al. 2021, arXiv 2107.03374, equation 1: 1 - C(n - c, k) / C(n, k).
 * @throws RangeError unless the counts are whole, passes <= attempts and k >= 1.
 */
export function passAtK({ attempts, passes }: CaseAttempts, k: number): number | null {
  requireAttempts({ attempts, passes }, k);
  if (attempts < k) return null;
  if (attempts - passes < k) return 1;
  let allFail = 1;
  for (let drawn = 0; drawn < k; drawn += 1) allFail *= (attempts - passes - drawn) / (attempts - drawn);
  return 1 - allFail;
}

/** @throws RangeError unless the counts are whole, passes <= attempts and k >= 1. */
export function requireAttempts({ attempts, passes }: CaseAttempts, k: number): void {
  requireCount(attempts, "attempts");
  requireCount(passes, "passes");
  requireCount(k, "k", 1);
  if (passes > attempts) {
    throw new RangeError(`passes is ${passes}; it must not exceed the ${attempts} attempts.`);
  }
}
