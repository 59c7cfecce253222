import type { ChrfOrder } from "./chrf-statistics.ts";

/** `effective`: orders that a side lacks are left out (sacreBLEU's default). `epsilon`: they count as nearly 0. */
export type ChrfSmoothing = "effective" | "epsilon";

const EPSILON = 1e-16;

/** chrF (0 to 100) from counts per order; `beta` weighs recall over precision. */
export function chrfScore(orders: readonly ChrfOrder[], beta: number, smoothing: ChrfSmoothing): number {
  return smoothing === "epsilon" ? epsilonScore(orders, beta) : effectiveScore(orders, beta);
}

function epsilonScore(orders: readonly ChrfOrder[], beta: number): number {
  if (orders.length === 0) return 0;
  const sum = orders.reduce((running, { hypothesis, reference, matches }) => {
    const precision = hypothesis > 0 ? matches / hypothesis : EPSILON;
    const recall = reference > 0 ? matches / reference : EPSILON;
    return running + (precision + recall > 0 ? fScore(precision, recall, beta) : EPSILON);
  }, 0);
  return (100 * sum) / orders.length;
}

function effectiveScore(orders: readonly ChrfOrder[], beta: number): number {
  const present = orders.filter(({ hypothesis, reference }) => hypothesis > 0 && reference > 0);
  if (present.length === 0) return 0;
  const share = (size: "hypothesis" | "reference") =>
    present.reduce((sum, order) => sum + order.matches / order[size], 0) / present.length;
  return 100 * fScore(share("hypothesis"), share("reference"), beta);
}

function fScore(precision: number, recall: number, beta: number): number {
  const denominator = beta * beta * precision + recall;
  return denominator === 0 ? 0 : ((1 + beta * beta) * precision * recall) / denominator;
}
