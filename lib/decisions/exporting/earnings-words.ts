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

/** What the interval of a distance holds: also the doubt of the costs, and how much of it that is. */
export function doubtWords({ rows }: Earnings): string {
  if (rows.every(({ behind }) => behind === null)) return "";
  const margins = rows.flatMap(({ behind }) =>
    behind === null || behind.costMargin === null ? [] : [{ ...behind, costMargin: behind.costMargin }],
  );
  if (margins.length === 0) {
    return "The distance to the first and its interval come from the paired difference of the two pass rates on the same cases; costs enter as they are.";
  }
  const largest = margins.reduce((most, one) => (one.costMargin > most.costMargin ? one : most));
  return `The interval of a distance to the first holds the doubt of both paired differences on the same cases, that of the pass rates and that of the costs, with their correlation. The costs alone leave open at most ${moneyWords(largest.costMargin)} a month more or less, where the interval is ${moneyWords((largest.upper - largest.lower) / 2)} to each side.`;
}
