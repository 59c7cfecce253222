/**
 * The point in [low, high] where a falling function crosses `target`, to the last bit; an end of the range when the
 * function stays on one side of it.
 */
export function bisectFalling(
  falling: (x: number) => number,
  target: number,
  low: number,
  high: number,
): number {
  let left = low;
  let right = high;
  for (let step = 0; step < 200; step += 1) {
    const middle = left + (right - left) / 2;
    if (middle <= left || middle >= right) break;
    if (falling(middle) > target) left = middle;
    else right = middle;
  }
  if (right === high && falling(high) > target) return high;
  if (left === low && falling(low) <= target) return low;
  return left + (right - left) / 2;
}
