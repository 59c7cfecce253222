import type { Metadata } from "next";
import { pageContext } from "#app/_server/page-context.ts";
import { BudgetForm } from "#components/settings/budget/budget-form.tsx";
import { BudgetMeter } from "#components/settings/budget/budget-meter.tsx";
import { CostliestRuns } from "#components/settings/budget/costliest-runs.tsx";
import { MonthsTable } from "#components/settings/budget/months-table.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { hasRole } from "#lib/context/context.ts";
import { listCostliestRuns } from "#lib/runs/spending/list-costliest-runs.ts";
import { getMonthBudget } from "#lib/workspaces/budget/get-month-budget.ts";
import { listMonths } from "#lib/workspaces/budget/list-months.ts";
import { monthAfter, monthOf } from "#lib/workspaces/budget/month.ts";

export const metadata: Metadata = { title: "Budget" };

export default async function BudgetPage() {
  const { ctx } = await pageContext();
  if (!hasRole(ctx, "admin")) {
    return <Alert tone="info">Only admins of this workspace can see and change its budget.</Alert>;
  }
  const from = monthOf(ctx.now);
  const [month, months, runs] = await Promise.all([
    getMonthBudget(ctx),
    listMonths(ctx),
    listCostliestRuns(ctx, { from, until: monthAfter(from) }),
  ]);
  return (
    <div className="grid min-w-0 items-start gap-5 lg:grid-cols-[3fr_2fr]">
      <div className="flex min-w-0 flex-col gap-5">
        <Card
          title={month.monthName}
          description="What the calls of all runs have cost since the month began (UTC). Answers from the cache cost nothing again."
        >
          <BudgetMeter month={month} />
        </Card>
        <Card
          title={`Costliest runs started in ${month.monthName}`}
          description="Each with all it has cost, also where it went on into another month."
          flush
        >
          <CostliestRuns runs={runs} />
        </Card>
      </div>
      <div className="flex min-w-0 flex-col gap-5">
        <Card
          title="Monthly budget"
          description="When it is reached, runs pause and keep their answers, and none that costs something can start until the next month or a higher budget."
        >
          <BudgetForm key={String(month.budgetMicroUsd)} budgetMicroUsd={month.budgetMicroUsd} />
        </Card>
        <Card title="Months" description="The last two years of months with a bill." flush>
          <MonthsTable months={months} />
        </Card>
      </div>
    </div>
  );
}
