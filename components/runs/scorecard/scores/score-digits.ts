/** How many decimals tell scores apart that lie so far from each other: 3 within 1, 2 within 10, 1 within 100, else none. */
export function scoreDigits(range: number): number {
  if (range <= 1) return 3;
  if (range <= 10) return 2;
  return range <= 100 ? 1 : 0;
}
