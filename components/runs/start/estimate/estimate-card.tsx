import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { MonthMoney } from "#lib/runs/starting/budget-obstacle.ts";
import type { RunEstimate } from "#lib/runs/starting/estimate/estimate-cost.ts";
import type { JudgingEstimate } from "#lib/runs/starting/estimate/judging/estimate-judging.ts";
import { moneyText } from "#lib/runs/starting/money-text.ts";
import { costOrReason, runCostText, timeText, tokensText } from "./estimate-text.ts";
import type { ModelEstimate } from "./estimates-of.ts";

export type EstimateCardProps = { runs: readonly ModelEstimate[]; month: MonthMoney };

/** What each run may cost and take, its judging included, and what that rests on. */
export function EstimateCard({ runs, month }: EstimateCardProps) {
  const hasUnknownPrice = runs.some(({ estimate, judging }) =>
    [estimate, ...judging].some(({ costUnknownBecause }) => costUnknownBecause?.includes("price")),
  );
  return (
    <Card
      title="Estimate"
      description="Before the start. The bill on the run's page is exact."
      flush
      footer={
        (month.budgetMicroUsd !== null || hasUnknownPrice) && (
          <div className="flex flex-col gap-1">
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
        {runs.map((run) => (
          <li key={run.versionId} className="flex flex-col gap-1 border-b px-4 py-2.5 last:border-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="min-w-0 break-words font-medium text-sm">{run.name}</span>
              <span className="tabular text-sm">{runCostText(run)}</span>
            </div>
            {run.judging.length === 0 ? (
              <p className="tabular text-muted text-xs">{detail(run.estimate)}</p>
            ) : (
              <RunParts run={run} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Answers and judging apart: they are asked of different models, at different prices, on different grounds. */
function RunParts({ run: { estimate, judging } }: { run: ModelEstimate }) {
  return (
    <dl className="tabular flex flex-col gap-1 text-muted text-xs">
      <Part label="Answers" cost={estimate}>
        {detail(estimate)}
      </Part>
      {judging.map((one) => (
        <Part key={one.name} label={`Judging: ${one.name}`} cost={one}>
          {`${one.calls.toLocaleString("en-US")} call${one.calls === 1 ? "" : "s"}. Rests on ${one.restsOn}.`}
        </Part>
      ))}
    </dl>
  );
}

type PartCost = Pick<JudgingEstimate, "costMicroUsd" | "costUnknownBecause">;

function Part({ label, cost, children }: { label: string; cost: PartCost; children: string }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <dt className="min-w-0 flex-1 basis-64 break-words">
        <span className="text-text">{label}.</span> {children}
      </dt>
      <dd>{costOrReason(cost)}</dd>
    </div>
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
