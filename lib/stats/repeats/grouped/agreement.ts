import type { CaseAttempts } from "../pass-at-k.ts";

/**
 * Unbiased chance that two attempts at one case have the same verdict: 1 - 2 c (n - c) / (n (n - 1)). Null with fewer than
 * two attempts. Its mean over cases is the agreement of a run with itself.
 */
export function agreement({ attempts, passes }: CaseAttempts): number | null {
  if (attempts < 2) return null;
  return 1 - (2 * passes * (attempts - passes)) / (attempts * (attempts - 1));
}
