import type { Earnings } from "../board/board-schema.ts";
import { listWords, moneyWords } from "../words/figure-words.ts";

/** Which model earns most, and whether it is proven to be ahead of the second. */
export function earningsWords(
  { rows, bestRunId, leftOut }: Earnings,
  nameOf: (runId: string) => string,
): string {
  const best = rows.find(({ runId }) => runId === bestRunId);
  const second = rows.find(({ runId }) => runId !== bestRunId);
  if (best === undefined) return "";
  const name = nameOf(bestRunId);
  const first =
    best.monthlyMicroUsd >= 0
      ? `${name} earns most: ${moneyWords(best.monthlyMicroUsd)} a month.`
      : `No model earns anything; ${name} loses least: ${moneyWords(-best.monthlyMicroUsd)} a month.`;
  const left =
    leftOut.length === 0
      ? ""
      : ` ${listWords(leftOut.map(nameOf))} ${leftOut.length === 1 ? "is" : "are"} left out: cost or pass rate is unknown.`;
  if (second === undefined || second.behind === null) return first + left;
  const { value, lower, upper } = second.behind;
  const amount = `${moneyWords(value)} [${moneyWords(lower)}, ${moneyWords(upper)}] a month`;
  const lead =
    lower > 0
      ? ` It is proven to be ahead of ${nameOf(second.runId)}, the second, by ${amount}.`
      : ` It is not proven to be ahead of ${nameOf(second.runId)}, the second: the distance is ${amount}.`;
  return first + lead + left;
}
