import { Progress } from "#components/ui/feedback/progress.tsx";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import type { MonthBudget } from "#lib/workspaces/budget/get-month-budget.ts";

type BudgetMeterProps = { month: MonthBudget };

/** Spent, and what of the budget that leaves. */
export function BudgetMeter({ month: { budgetMicroUsd, spentMicroUsd } }: BudgetMeterProps) {
  const spent = formatMicroUsd(spentMicroUsd);
  if (budgetMicroUsd === null) {
    return (
      <p className="text-sm">
        <span className="tabular font-semibold text-2xl tracking-[-0.02em]">{spent}</span>{" "}
        <span className="text-muted">spent, without a limit</span>
      </p>
    );
  }
  const left = budgetMicroUsd - spentMicroUsd;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm">
        <span className="tabular font-semibold text-2xl tracking-[-0.02em]">{spent}</span>{" "}
        <span className="tabular text-muted">of {formatMicroUsd(budgetMicroUsd)} spent</span>
      </p>
      <Progress
        label="Spent of the budget"
        hideLabel
        max={budgetMicroUsd}
        value={Math.min(spentMicroUsd, budgetMicroUsd)}
      />
      <p className={left <= 0 ? "text-sm text-warning" : "tabular text-muted text-sm"}>
        {left <= 0
          ? "The budget is used up: runs that cost something are paused, and no further ones start."
          : `${formatMicroUsd(left)} are left.`}
      </p>
    </div>
  );
}
