import type { TotalEstimate } from "#lib/runs/starting/estimate/estimate-total.ts";
import { timeText, totalCostText } from "./estimate-text.ts";

type TotalLineProps = {
  total: TotalEstimate;
  runs: number;
  /** Whether graders ask somebody, which takes a time of its own. */
  isJudged: boolean;
};

/** The sum of the estimates in one line, above the button that spends it. */
export function TotalLine({ total, runs, isJudged }: TotalLineProps) {
  const { seconds } = total;
  const time = seconds === null ? "" : `, ${timeText(seconds)}${isJudged ? " for the answers" : ""}`;
  return (
    <span className="block text-muted text-xs">
      {totalCostText(total, runs)}
      {time !== "" && `${time} if nothing else runs`}.
    </span>
  );
}
