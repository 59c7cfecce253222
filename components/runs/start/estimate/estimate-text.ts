import { formatCount } from "#components/ui/format/format-count.ts";
import { formatDuration } from "#components/ui/format/format-duration.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import type { Range, RunEstimate } from "#lib/runs/starting/estimate/estimate-cost.ts";
import { knownCosts, sumOfRanges, type TotalEstimate } from "#lib/runs/starting/estimate/estimate-total.ts";

/** "$0.42 to $0.55", "at least $0.42", "up to $0.55", "no upper end known", or one amount where both ends are shown alike. */
export function costText({ low, high }: Range): string {
  const [from, to] = [formatMicroUsd(low), high === null ? null : formatMicroUsd(high)];
  if (to === null) return low === 0 ? "no upper end known" : `at least ${from}`;
  if (from === to) return to;
  return low === 0 ? `up to ${to}` : `${from} to ${to}`;
}

/** The cost of one part of a run, or why it is not known. */
export function costOrReason({ costMicroUsd, costUnknownBecause }: CostOfPart): string {
  return costMicroUsd === null ? `unknown: ${costUnknownBecause}` : costText(costMicroUsd);
}

type CostOfPart = Pick<RunEstimate, "costMicroUsd" | "costUnknownBecause">;

/** The cost of a run, answers and judging together, and whether a part of it is not known. */
export function runCostText(run: { estimate: CostOfPart; judging: readonly CostOfPart[] }): string {
  const known = knownCosts(run);
  if (known.length === 0) {
    return run.judging.length === 0 ? `cost unknown: ${run.estimate.costUnknownBecause}` : "cost unknown";
  }
  const isWhole = known.length === run.judging.length + 1;
  return `${costText(sumOfRanges(known))}${isWhole ? "" : " and an unknown part"}`;
}

/** "Estimate: $0.42 to $0.55", with what is not in it: the unknown cost of a run, or of judging. */
export function totalCostText(
  { costMicroUsd, costUnknown, judgingUnknown }: TotalEstimate,
  runs: number,
): string {
  if (costUnknown === runs && costMicroUsd.low === 0 && (costMicroUsd.high ?? 0) === 0) return "Cost unknown";
  const missing = [
    ...(costUnknown === 0 ? [] : [costUnknown === 1 ? "one run" : `${costUnknown} runs`]),
    ...(judgingUnknown.length === 0 ? [] : [`judging by ${judgingUnknown.join(" and ")}`]),
  ];
  const rest = missing.length === 0 ? "" : ` and the unknown cost of ${missing.join(", and of ")}`;
  return `Estimate: ${costText(costMicroUsd)}${rest}`;
}

/** "12,000 to 15,000 tokens in", in round numbers. */
export function tokensText({ low, high }: Range, direction: "in" | "out"): string {
  const [from, to] = [formatCount(rounded(low)), high === null ? null : formatCount(rounded(high))];
  const amount = to === null ? `at least ${from}` : from === to ? from : `${from} to ${to}`;
  return `${amount} tokens ${direction}`;
}

export function timeText(seconds: number): string {
  return `about ${formatDuration(Math.max(1, seconds) * 1_000)}`;
}

/** Two digits that count: more would claim to know them. */
function rounded(tokens: number): number {
  return tokens < 100 ? Math.round(tokens) : Number(tokens.toPrecision(2));
}
