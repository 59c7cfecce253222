import { requireCount } from "../guards/require-count.ts";

/**
 * Fleiss' kappa of several raters: `counts[i][j]` raters put item i into category j, with the same number of raters for every
 * item. Null without items, or when one category took every rating. Where raters are missing, use Krippendorff's alpha.
 *
 * Source: Fleiss 1971, Psychological Bulletin 76:378.
 * @throws RangeError unless all entries are counts, and every item has the same number of categories and of raters, two or more.
 */
export function fleissKappa(counts: readonly (readonly number[])[]): number | null {
  const first = counts[0];
  if (!first) return null;
  const raters = first.reduce((sum, count) => sum + count, 0);
  requireCount(raters, "The number of raters of item 0", 2);
  const totals = first.map(() => 0);
  let agreement = 0;
  counts.forEach((row, item) => {
    if (row.length !== first.length) {
      throw new RangeError(`Item ${item} has ${row.length} categories and item 0 has ${first.length}.`);
    }
    let ratings = 0;
    let pairs = 0;
    row.forEach((count, category) => {
      requireCount(count, `counts[${item}][${category}]`);
      totals[category] = (totals[category] ?? 0) + count;
      ratings += count;
      pairs += count * (count - 1);
    });
    if (ratings !== raters) {
      throw new RangeError(
        `Item ${item} has ${ratings} ratings and item 0 has ${raters}; with missing ratings use Krippendorff's alpha.`,
      );
    }
    agreement += pairs / (raters * (raters - 1));
  });
  const observed = agreement / counts.length;
  const expected = totals.reduce((sum, total) => sum + (total / (counts.length * raters)) ** 2, 0);
  return 1 - expected < 1e-15 ? null : (observed - expected) / (1 - expected);
}
