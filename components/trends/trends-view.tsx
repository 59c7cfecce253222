"use client";

import { GitCompareArrows } from "lucide-react";
import { useRouter } from "next/navigation";
import {
  parseAsArrayOf,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from "nuqs";
import { useMemo } from "react";
import { compareHref } from "#components/comparisons/compare-href.ts";
import { formatSort, parseSort } from "#components/table/data-column.ts";
import { DataTable } from "#components/table/data-table.tsx";
import { FilterMenu } from "#components/table/toolbar/filter-menu.tsx";
import { TableToolbar } from "#components/table/toolbar/table-toolbar.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { SegmentedControl } from "#components/ui/form/segmented-control.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import type { TrendDataset } from "#lib/trends/list-trend-datasets.ts";
import type { Trend } from "#lib/trends/list-trend-runs.ts";
import { trendMetricLabels, trendMetrics } from "#lib/trends/trend-run.ts";
import { TrendChart } from "./trend-chart.tsx";
import { trendColumns } from "./trend-columns.tsx";
import { sortTrendRuns, trendSortColumns } from "./trend-sort.ts";

export type TrendsViewProps = { trend: Trend; datasets: readonly TrendDataset[] };

/** The chart and the table of a dataset's runs. What is chosen is in the address. */
export function TrendsView({ trend, datasets }: TrendsViewProps) {
  const router = useRouter();
  const [address, setAddress] = useQueryStates({
    model: parseAsNativeArrayOf(parseAsString),
    metric: parseAsStringLiteral(trendMetrics).withDefault("pass-rate"),
    q: parseAsString.withDefault(""),
    sort: parseAsString.withDefault(""),
    pick: parseAsArrayOf(parseAsString).withDefault([]),
  });
  const models = useMemo(() => modelsOf(trend), [trend]);
  const sort = parseSort(address.sort, trendSortColumns);
  const search = address.q.trim().toLowerCase();
  const ofModels = trend.runs.filter(
    (run) => address.model.length === 0 || address.model.includes(run.model.id),
  );
  const shown = ofModels.filter((run) =>
    `run ${run.number} ${run.model.name}`.toLowerCase().includes(search),
  );
  const picked = trend.runs.filter((run) => address.pick.includes(run.runId));

  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <Field label="Dataset" className="w-full sm:w-64">
          <NativeSelect
            value={trend.dataset.id}
            onChange={(event) =>
              router.push(
                `/trends?${new URLSearchParams({ dataset: event.target.value, metric: address.metric })}`,
              )
            }
          >
            {datasets.map((dataset) => (
              <option key={dataset.id} value={dataset.id}>
                {dataset.name}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <SegmentedControl
          label="Metric"
          value={address.metric}
          onValueChange={(metric) => void setAddress({ metric })}
          options={trendMetrics.map((value) => ({ value, label: trendMetricLabels[value] }))}
        />
        <FilterMenu
          name="Model"
          options={models}
          selected={address.model}
          onChange={(model) => void setAddress({ model })}
        />
      </div>
      <Card>
        <TrendChart datasetName={trend.dataset.name} runs={ofModels} metric={address.metric} />
      </Card>
      <TableToolbar
        search={{ label: "Search runs", value: address.q, onValueChange: (q) => void setAddress({ q }) }}
        count={{
          shown: shown.length,
          total: trend.runs.length,
          noun: trend.hasOlder ? "newest runs" : "runs",
        }}
        selection={{
          count: picked.length,
          onClear: () => void setAddress({ pick: null }),
          actions: (
            <Button
              size="sm"
              disabled={picked.length !== 2}
              title={picked.length === 2 ? undefined : "Select exactly two runs to compare them"}
              onClick={() => router.push(compareHref(picked.map((run) => run.runId)))}
            >
              <GitCompareArrows aria-hidden />
              {picked.length === 2 ? "Compare" : "Compare: select two"}
            </Button>
          ),
        }}
      />
      <Card flush>
        <DataTable
          label={`Runs on ${trend.dataset.name}`}
          columns={trendColumns}
          rows={sortTrendRuns(shown, sort)}
          getRowId={(run) => run.runId}
          rowHref={(run) => `/runs/${run.runId}`}
          sort={sort}
          onSortChange={(next) => void setAddress({ sort: next === null ? null : formatSort(next) })}
          selection={new Set(picked.map((run) => run.runId))}
          onSelectionChange={(pick) =>
            void setAddress({ pick: pick.size === 0 ? null : [...pick].slice(0, 50) })
          }
          empty={
            <EmptyState
              title="No run matches"
              text="Look for another word, or take the model filter off."
              action={
                <Button onClick={() => void setAddress({ q: null, model: null })}>
                  Clear search and filters
                </Button>
              }
            />
          }
        />
      </Card>
    </div>
  );
}

function modelsOf({ runs }: Trend) {
  const counts = new Map<string, { value: string; label: string; count: number }>();
  for (const { model } of runs) {
    const known = counts.get(model.id) ?? { value: model.id, label: model.name, count: 0 };
    counts.set(model.id, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].sort((one, other) => one.label.localeCompare(other.label, "en"));
}
