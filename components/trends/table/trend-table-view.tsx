"use client";

import { GitCompareArrows } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { compareHref } from "#components/comparisons/compare-href.ts";
import { formatSort, parseSort } from "#components/table/data-column.ts";
import { DataTable } from "#components/table/data-table.tsx";
import { NoMatch } from "#components/table/no-match.tsx";
import { TableToolbar } from "#components/table/toolbar/table-toolbar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import type { Trend } from "#lib/trends/get-trend.ts";
import { trendSortColumns, viewTrendRuns } from "#lib/trends/table/view-trend-runs.ts";
import type { AcceptedValue } from "../chart/plot-of-trend.ts";
import type { TrendAddress } from "../use-trend-address.ts";
import { trendColumns } from "./trend-columns.tsx";

const mostCompared = 10;

export type TrendTableViewProps = {
  trend: Trend;
  accepted: readonly AcceptedValue[];
  address: TrendAddress;
};

/** The runs of the chart, one a row. */
export function TrendTableView({ trend, accepted, address }: TrendTableViewProps) {
  const router = useRouter();
  const { asked, ask, shown, show } = address;
  const sort = useMemo(() => parseSort(shown.sort, trendSortColumns), [shown.sort]);
  const rows = useMemo(
    () => viewTrendRuns(trend.runs, { search: shown.q, sort }),
    [trend.runs, shown.q, sort],
  );
  const columns = useMemo(() => trendColumns(accepted.map((one) => one.number)), [accepted]);
  const picked = trend.runs.filter((run) => shown.pick.includes(run.runId));
  const canCompare = picked.length >= 2 && picked.length <= mostCompared;
  return (
    <>
      <TableToolbar
        search={{ label: "Search runs", value: shown.q, onValueChange: (q) => void show({ q }) }}
        count={{
          shown: rows.length,
          total: trend.runs.length,
          noun: trend.hasOlder ? "newest run" : "run",
        }}
        exports={[
          {
            label: "CSV",
            href: exportHref(trend, address),
            detail: "the runs below, with the figure of the chart",
          },
        ]}
        selection={{
          count: picked.length,
          onClear: () => void show({ pick: null }),
          actions: (
            <Button
              size="sm"
              disabled={!canCompare}
              title={canCompare ? undefined : `Select two to ${mostCompared} runs to compare them`}
              onClick={() => router.push(compareHref(picked.map((run) => run.runId)))}
            >
              <GitCompareArrows aria-hidden />
              {canCompare ? "Compare" : `Compare: select two to ${mostCompared}`}
            </Button>
          ),
        }}
      />
      <Card flush>
        <DataTable
          label={`Runs on ${trend.dataset.name}`}
          columns={columns}
          rows={rows}
          getRowId={(run) => run.runId}
          rowHref={(run) => `/runs/${run.runId}`}
          sort={sort}
          onSortChange={(next) => void show({ sort: next === null ? null : formatSort(next) })}
          selection={new Set(picked.map((run) => run.runId))}
          onSelectionChange={(pick) => void show({ pick: pick.size === 0 ? null : [...pick].slice(0, 50) })}
          empty={
            <NoMatch
              noun="run"
              onClear={() => {
                void show({ q: null });
                if (asked.model.length > 0 || asked.range) void ask({ model: null, range: null });
              }}
            />
          }
        />
      </Card>
    </>
  );
}

/** The download of what is shown: the server reads the same address. */
function exportHref({ dataset }: Trend, { asked, shown }: TrendAddress): string {
  const query = new URLSearchParams({ dataset: dataset.id, metric: asked.metric, of: asked.of });
  for (const model of asked.model) query.append("model", model);
  if (asked.range) query.set("range", asked.range);
  if (shown.q) query.set("q", shown.q);
  if (shown.sort) query.set("sort", shown.sort);
  return `/trends/export?${query}`;
}
