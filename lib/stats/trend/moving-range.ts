/** Expected range of two standard normal values, 2/√π, rounded as the tables of control charts have it. */
const MEAN_RANGE_OF_TWO = 1.128;

/**
 * The standard deviation of a series as its neighbours show it: mean moving range / 1.128. A shift of level hardly widens it. Null with
 * fewer than two values.
 *
 * Source: Shewhart's chart of individual values; Montgomery 2013, Introduction to Statistical Quality Control, section 6.4.
 */
export function movingRangeDeviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  let range = 0;
  values.slice(1).forEach((value, index) => {
    range += Math.abs(value - (values[index] ?? 0));
  });
  return range / (values.length - 1) / MEAN_RANGE_OF_TWO;
}
