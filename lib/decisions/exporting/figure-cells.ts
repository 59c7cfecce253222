import type { CostFigure, FrozenPrices, LatencyFigure, NearBest, PairFigure } from "../board/board-schema.ts";
import { listWords, moneyWords, msWords, pointsWords } from "../words/figure-words.ts";

export const moneyCell = moneyWords;

export function latencyCell(latency: LatencyFigure | null): string {
  if (latency === null) return "not measured";
  const limit = (value: number | null) => (value === null ? "not estimable" : msWords(value));
  return `${msWords(latency.value)} [${limit(latency.lower)}, ${limit(latency.upper)}]`;
}

export function costCell(cost: CostFigure | null): string {
  if (cost === null) return "unknown";
  if (cost.stated) return `${moneyWords(cost.value)} (stated)`;
  const unknown = cost.unknown === 0 ? "" : `, ${cost.unknown} answers unknown`;
  return `${moneyWords(cost.value)} [${moneyWords(cost.lower)}, ${moneyWords(cost.upper)}]${unknown}`;
}

/** In points. */
export function intervalCell({ difference, lower, upper }: PairFigure): string {
  const points = (share: number) => (share * 100).toFixed(1).replace("-", "\u2212");
  return `${points(difference)} [${points(lower)}, ${points(upper)}]`;
}

export function priceCell({ inputPrice, outputPrice }: FrozenPrices): string {
  const price = (microUsd: number | null) => (microUsd === null ? "unknown" : moneyWords(microUsd));
  return inputPrice === null && outputPrice === null
    ? "unknown"
    : `${price(inputPrice)} in, ${price(outputPrice)} out`;
}

/** Which models are shown to be near the best, and the smallest, cheapest and fastest of them. */
export function nearBestWords(nearBest: NearBest, nameOf: (runId: string) => string): string {
  const { margin, bestRunId, rows, smallestRunId, cheapestRunId, fastestRunId } = nearBest;
  const near = rows.filter(({ verdict }) => verdict === "no worse" || verdict === "better");
  const best = nameOf(bestRunId);
  if (near.length === 0) {
    return `${best} has the highest pass rate, and of no other model is it shown that it loses less than ${pointsWords(margin)} against it.`;
  }
  const firsts = [
    smallestRunId !== null && `the smallest is ${nameOf(smallestRunId)}`,
    cheapestRunId !== null && `the cheapest is ${nameOf(cheapestRunId)}`,
    fastestRunId !== null && `the fastest is ${nameOf(fastestRunId)}`,
  ].filter((text) => text !== false);
  const names = listWords(near.map(({ runId }) => nameOf(runId)));
  const among = firsts.length === 0 ? "" : ` Among these and ${best}, ${listWords(firsts)}.`;
  return `${names} ${near.length === 1 ? "is" : "are"} no worse than ${best} by ${pointsWords(margin)}.${among}`;
}
