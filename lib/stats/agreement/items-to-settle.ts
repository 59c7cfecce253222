/**
 * About how many items more it takes until an interval around an estimate no longer holds a limit, if the estimate stays where it is:
 * widths shrink with the square root of n. 0 where the interval does not hold it now; null where the estimate is the limit itself.
 */
export function itemsToSettle(
  { estimate, lower, upper, total }: { estimate: number; lower: number; upper: number; total: number },
  limit: number,
): number | null {
  if (limit < lower || limit > upper) return 0;
  const half = limit < estimate ? estimate - lower : upper - estimate;
  const distance = Math.abs(estimate - limit);
  if (distance === 0) return null;
  return Math.max(1, Math.ceil(total * ((half / distance) ** 2 - 1)));
}
