import type { BleuStatistics } from "./bleu-statistics.ts";

/** How an order without a match is kept from making the score 0; `value` defaults to 0.1 (floor) and 1 (add-k). */
export type BleuSmoothing =
  | { method: "none" }
  | { method: "exp" }
  | { method: "floor"; value?: number }
  | { method: "add-k"; value?: number };

export type BleuScore = BleuStatistics & {
  /** 0 to 100. */
  score: number;
  /** Percent, one entry per order. */
  precisions: number[];
  brevityPenalty: number;
};

/**
 * BLEU from n-gram statistics. With `orders: "effective"` the mean covers only the orders that the hypothesis is long
 * enough for, as sentence BLEU needs; with "all", every order. 0 when nothing matches.
 *
 * Source: Papineni et al. 2002; smoothing after Chen & Cherry 2014 as sacreBLEU applies it.
 */
export function bleuScore(
  statistics: BleuStatistics,
  smoothing: BleuSmoothing,
  orders: "all" | "effective",
): BleuScore {
  const { matches, totals, hypothesisLength, referenceLength } = statistics;
  const brevityPenalty = brevity(hypothesisLength, referenceLength);
  const precisions = matches.map(() => 0);
  if (matches.every((count) => count === 0)) return { ...statistics, score: 0, precisions, brevityPenalty };
  let effective = matches.length;
  let halvings = 1;
  for (let index = 0; index < matches.length; index += 1) {
    const added = smoothing.method === "add-k" && index > 0 ? (smoothing.value ?? 1) : 0;
    const matched = (matches[index] ?? 0) + added;
    const total = (totals[index] ?? 0) + added;
    if (total === 0) break;
    if (orders === "effective") effective = index + 1;
    if (matched === 0 && smoothing.method === "exp") halvings *= 2;
    precisions[index] = (100 * (matched === 0 ? replacement(smoothing, halvings) : matched)) / total;
  }
  const logSum = precisions.slice(0, effective).reduce((sum, precision) => sum + Math.log(precision), 0);
  return { ...statistics, score: brevityPenalty * Math.exp(logSum / effective), precisions, brevityPenalty };
}

/** What stands for the matches of an order without any. */
function replacement(smoothing: BleuSmoothing, halvings: number): number {
  switch (smoothing.method) {
    case "exp":
      return 1 / halvings;
    case "floor":
      return smoothing.value ?? 0.1;
    default:
      return 0;
  }
}

function brevity(hypothesisLength: number, referenceLength: number): number {
  if (hypothesisLength >= referenceLength) return 1;
  return hypothesisLength === 0 ? 0 : Math.exp(1 - referenceLength / hypothesisLength);
}
