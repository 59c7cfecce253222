import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { MonthMoney } from "#lib/runs/starting/budget-obstacle.ts";
import type { RunEstimate } from "#lib/runs/starting/estimate/estimate-cost.ts";
import { moneyText } from "#lib/runs/starting/money-text.ts";
import { costText, timeText, tokensText } from "./estimate-text.ts";
import type { ModelEstimate } from "./estimates-of.ts";

export type EstimateCardProps = {
  runs: readonly ModelEstimate[];
  month: MonthMoney;
  /** Graders that ask somebody, with the calls that they will make in all runs together. */
  judging: readonly { name: string; calls: number }[];
};

/** What each run may cost and take, and what that rests on. */
export function EstimateCard({ runs, month, judging }: EstimateCardProps) {
  const hasUnknownPrice = runs.some(({ estimate }) => estimate.costUnknownBecause === "its price is unknown");
  return (
    <Card
      title="Estimate"
      description="Before the start. The bill on the run's page is exact."
      flush
      footer={
        (month.budgetMicroUsd !== null || hasUnknownPrice || judging.length > 0) && (
          <div className="flex flex-col gap-1">
            {judging.length > 0 && (
              <p className="tabular">
                Without judging:{" "}
                {judging
                  .map(({ name, calls }) => `${name} makes ${calls.toLocaleString("en-US")} calls`)
                  .join(", ")}
                . What they cost is counted apart, and budgets hold for it too.
              </p>
            )}
            {month.budgetMicroUsd !== null && (
              <p className="tabular">
                {moneyText(month.spentMicroUsd)} of the {moneyText(month.budgetMicroUsd)} for{" "}
                {month.monthName} are spent.
              </p>
            )}
            {hasUnknownPrice && (
              <p>
                Enter missing prices under <TextLink href="/settings/prices">Settings, Prices</TextLink>. A
                budget cannot hold where a price is unknown.
              </p>
            )}
          </div>
        )
      }
    >
      <ul>
        {runs.map(({ versionId, name, estimate }) => (
          <li key={versionId} className="border-b px-4 py-2.5 last:border-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="min-w-0 break-words font-medium text-sm">{name}</span>
              <span className="tabular text-sm">
                {estimate.costMicroUsd === null ? (
                  <span className="text-muted">cost unknown: {estimate.costUnknownBecause}</span>
                ) : (
                  costText(estimate.costMicroUsd)
                )}
              </span>
            </div>
            <p className="tabular text-muted text-xs">{detail(estimate)}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function detail({ promptTokens, completionTokens, seconds, restsOn }: RunEstimate): string {
  const parts = [
    promptTokens && tokensText(promptTokens, "in"),
    completionTokens && tokensText(completionTokens, "out"),
    seconds !== null && timeText(seconds),
  ].filter(Boolean);
  const figures = parts.length === 0 ? "" : `${parts.join(", ")}. `;
  return `${figures}Rests on ${restsOn}.`;
}
