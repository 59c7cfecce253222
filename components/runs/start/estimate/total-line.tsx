import type { TotalEstimate } from "#lib/runs/starting/estimate/estimate-total.ts";
import { costText, timeText } from "./estimate-text.ts";

/** The sum of the estimates in one line, above the button that spends it. */
export function TotalLine({ total, runs }: { total: TotalEstimate; runs: number }) {
  const { costMicroUsd, costUnknown, seconds } = total;
  const cost =
    costUnknown === runs
      ? "Cost unknown"
      : costUnknown > 0
        ? `Estimate: ${costText(costMicroUsd)} and the unknown cost of ${costUnknown === 1 ? "one run" : `${costUnknown} runs`}`
        : `Estimate: ${costText(costMicroUsd)}`;
  return (
    <span className="block text-muted text-xs">
      {cost}
      {seconds !== null && `, ${timeText(seconds)} if nothing else runs`}.
    </span>
  );
}
