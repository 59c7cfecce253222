import type { NgramLevel } from "./ngram-levels.ts";

/**
 * How many n-grams of the first list also occur in the other lists, each counted at most as often as in the one of them
 * that has it most.
 */
export function clippedMatches({ ids, distinct }: NgramLevel): number {
  const [first, ...others] = ids;
  if (!first) return 0;
  const allowed = new Int32Array(distinct);
  for (const other of others) {
    const counts = new Int32Array(distinct);
    for (const id of other) counts[id] = (counts[id] ?? 0) + 1;
    for (const id of other) allowed[id] = Math.max(allowed[id] ?? 0, counts[id] ?? 0);
  }
  let matches = 0;
  for (const id of first) {
    const left = allowed[id] ?? 0;
    if (left === 0) continue;
    allowed[id] = left - 1;
    matches += 1;
  }
  return matches;
}
