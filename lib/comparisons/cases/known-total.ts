import type { Context } from "#lib/context/context.ts";
import { cachedPairCounts } from "../pairs/cached-pair-counts.ts";
import { buckets } from "../rules/bucket.ts";
import type { CaseScope } from "./case-scope.ts";
import type { ComparedCaseFilter } from "./compared-case-filter.ts";

/** How many cases a filter shows, where the counts of the comparison tell; null where only the list itself can. */
export async function knownTotal(
  ctx: Context,
  { runs }: CaseScope,
  { bucket, graderVersionId, search }: ComparedCaseFilter,
): Promise<number | null> {
  const [a, b] = runs;
  if (graderVersionId || search.trim() !== "" || a === undefined || b === undefined) return null;
  const { buckets: counts } = await cachedPairCounts(ctx, a, b);
  return bucket ? counts[bucket] : buckets.reduce((sum, one) => sum + counts[one], 0);
}
