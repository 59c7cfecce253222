import { StaticTable } from "#components/table/static-table.tsx";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import type { MonthSpending } from "#lib/workspaces/budget/list-months.ts";

export function MonthsTable({ months }: { months: readonly MonthSpending[] }) {
  return (
    <StaticTable
      label="Spent by month"
      rows={months}
      getRowId={(row) => row.month.toISOString()}
      columns={[
        { id: "month", header: "Month", cell: (row) => row.monthName },
        { id: "spent", header: "Spent", numeric: true, cell: (row) => formatMicroUsd(row.costMicroUsd) },
      ]}
      empty={<p className="px-4 py-6 text-muted text-sm">Nothing has been spent yet.</p>}
    />
  );
}
