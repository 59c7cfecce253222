import type { Board } from "../board/board-schema.ts";
import { listWords } from "../words/figure-words.ts";

/** By which methods the figures of a board were made, as one paragraph. */
export function methodsWords({ candidates, nearBest }: Board): string {
  const passRates = methodsOf(candidates.map(({ passRate }) => passRate));
  const latencies = methodsOf(candidates.map(({ latencyP95Ms }) => latencyP95Ms));
  const costs = methodsOf(candidates.map(({ costPer1000 }) => costPer1000));
  const pairs = methodsOf(nearBest?.rows.map(({ pair }) => pair) ?? []);
  return [
    passRates && `Pass rates have a 95 % interval (${passRates}).`,
    latencies && `p95 latencies have a 95 % interval (${latencies}).`,
    costs && `Mean costs have a 95 % interval over cases (${costs}).`,
    pairs && `Two models are compared on the same cases (${pairs}).`,
  ]
    .filter((sentence) => sentence !== null)
    .join(" ");
}

function methodsOf(figures: readonly ({ method: string } | null)[]): string | null {
  const methods = [...new Set(figures.flatMap((figure) => figure?.method ?? []))];
  return methods.length === 0 ? null : listWords(methods);
}
