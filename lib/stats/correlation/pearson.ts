import { requireFinite } from "../guards/require-finite.ts";

/**
 * Pearson's correlation of two lists, `first[i]` with `second[i]`; on 0/1 values it is the phi coefficient. Null with fewer than
 * two pairs, or where either list never varies.
 *
 * @throws RangeError when the lists differ in length or a value is not finite.
 */
export function pearson(first: readonly number[], second: readonly number[]): number | null {
  requirePairs(first, second);
  const total = first.length;
  if (total < 2) return null;
  const centre = first.reduce((sum, value) => sum + value, 0) / total;
  const otherCentre = second.reduce((sum, value) => sum + value, 0) / total;
  let shared = 0;
  let squares = 0;
  let otherSquares = 0;
  first.forEach((value, index) => {
    const deviation = value - centre;
    const other = (second[index] ?? 0) - otherCentre;
    shared += deviation * other;
    squares += deviation * deviation;
    otherSquares += other * other;
  });
  if (!varies(squares, centre, total) || !varies(otherSquares, otherCentre, total)) return null;
  return Math.min(1, Math.max(-1, shared / (Math.sqrt(squares) * Math.sqrt(otherSquares))));
}

/** @throws RangeError when the lists differ in length or a value is not finite. */
export function requirePairs(first: readonly number[], second: readonly number[]): void {
  if (first.length !== second.length) {
    throw new RangeError(`The first list has ${first.length} values and the second ${second.length}.`);
  }
  requireFinite(first, "first");
  requireFinite(second, "second");
}

/** Equal values may differ from their mean by rounding. */
function varies(squares: number, centre: number, total: number): boolean {
  return squares > total * (1e-14 * centre) ** 2;
}
