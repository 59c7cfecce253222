import { ascendingOrder } from "./p-value-order.ts";

/**
 * Benjamini-Hochberg-adjusted p-values in the order of the input: they control the share of false alarms among the
 * reported ones, for exploring many slices.
 *
 * Source: Benjamini & Hochberg 1995, JRSS B 57:289.
 * @throws RangeError when a p-value is outside 0..1.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  return stepUp(pValues, 1);
}

/**
 * Benjamini-Yekutieli-adjusted p-values in the order of the input: as Benjamini-Hochberg, under any dependence.
 *
 * Source: Benjamini & Yekutieli 2001, Annals of Statistics 29:1165.
 * @throws RangeError when a p-value is outside 0..1.
 */
export function benjaminiYekutieli(pValues: readonly number[]): number[] {
  const harmonic = pValues.reduce((sum, _, index) => sum + 1 / (index + 1), 0);
  return stepUp(pValues, harmonic);
}

function stepUp(pValues: readonly number[], factor: number): number[] {
  const adjusted = new Array<number>(pValues.length).fill(1);
  let running = 1;
  ascendingOrder(pValues)
    .map((position, index) => ({ position, rank: index + 1 }))
    .reverse()
    .forEach(({ position, rank }) => {
      running = Math.min(running, (factor * pValues.length * (pValues[position] ?? 1)) / rank);
      adjusted[position] = running;
    });
  return adjusted;
}
