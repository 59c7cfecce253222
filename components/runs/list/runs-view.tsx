"use client";

import { GitCompareArrows, Play } from "lucide-react";
import { useState } from "react";
import { allowedSort, parseSort } from "#components/table/data-column.ts";
import { DataTable } from "#components/table/data-table.tsx";
import { NoMatch } from "#components/table/no-match.tsx";
import { TableToolbar } from "#components/table/toolbar/table-toolbar.tsx";
import { type FirstPage, usePagedRows } from "#components/table/use-paged-rows.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { GatedRunRow } from "#lib/gates/results/list-gated-runs.ts";
import type { RunRow } from "#lib/runs/list-runs.ts";
import { runSortParams, runSorts } from "#lib/runs/run-list-params.ts";
import { hasEnded } from "#lib/runs/run-state.ts";
import { runColumns } from "./run-columns.tsx";
import { RunFilterChips, type RunFilterChoices, RunFilterMenus } from "./run-filters.tsx";
import { useRunAddress } from "./use-run-address.ts";

export type RunsViewProps = { start: FirstPage<GatedRunRow>; choices: RunFilterChoices; canStart: boolean };

export function RunsView({ start, choices, canStart }: RunsViewProps) {
  const view = useRunAddress();
  const { address, setAddress, query } = view;
  const list = usePagedRows({
    path: "/api/v1/runs",
    query,
    start,
    pageSize: 50,
    live: { everyMs: 2_000, upToRows: 500, goesOn: someIsRunning },
    revive: withDates,
  });
  const [selected, setSelected] = useState<Set<string>>(new Set());
  const isFiltered = query.replace(/&?sort=[\w.]+/, "") !== "";

  return (
    <div className="flex min-w-0 flex-col gap-3">
      <TableToolbar
        search={{
          label: "Search runs",
          placeholder: "Search model, dataset, run number…",
          value: address.q,
          onValueChange: (q) => void setAddress({ q }),
        }}
        filters={<RunFilterMenus address={view} choices={choices} />}
        chips={<RunFilterChips address={view} choices={choices} />}
        exports={[{ label: "CSV", href: `/api/v1/runs/export?${query}`, detail: "with their figures" }]}
        selection={{
          count: selected.size,
          onClear: () => setSelected(new Set()),
          actions: <CompareButton runs={list.rows.filter((run) => selected.has(run.id))} />,
        }}
      />
      <Card flush>
        <DataTable
          label="Runs"
          columns={runColumns}
          {...list.table}
          getRowId={(run) => run.id}
          rowHref={(run) => `/runs/${run.id}`}
          density="comfortable"
          sort={parseSort(address.sort, runSorts)}
          onSortChange={(sort) => void setAddress({ sort: allowedSort(sort, runSortParams) })}
          selection={selected}
          onSelectionChange={setSelected}
          empty={
            <RunsEmpty isFiltered={isFiltered} canStart={canStart} onClear={() => void setAddress(null)} />
          }
        />
      </Card>
    </div>
  );
}

const someIsRunning = (runs: readonly RunRow[]) => runs.some((run) => !hasEnded(run.state));

/** JSON has no dates. */
function withDates(run: GatedRunRow): GatedRunRow {
  return {
    ...run,
    createdAt: new Date(run.createdAt),
    startedAt: run.startedAt && new Date(run.startedAt),
    finishedAt: run.finishedAt && new Date(run.finishedAt),
  };
}

function CompareButton({ runs }: { runs: readonly RunRow[] }) {
  const datasets = new Set(runs.map((run) => run.dataset.id));
  if (runs.length < 2 || datasets.size > 1) {
    return (
      <span className="flex flex-wrap items-center gap-2 text-muted text-xs">
        <Button size="sm" disabled>
          <GitCompareArrows aria-hidden />
          Compare
        </Button>
        {runs.length < 2
          ? "Select one more run to compare."
          : "Runs of different datasets have no cases in common to compare."}
      </span>
    );
  }
  return (
    <LinkButton size="sm" variant="primary" href={`/compare?runs=${runs.map((run) => run.id).join(",")}`}>
      <GitCompareArrows aria-hidden />
      Compare
    </LinkButton>
  );
}

type RunsEmptyProps = { isFiltered: boolean; canStart: boolean; onClear: () => void };

function RunsEmpty({ isFiltered, canStart, onClear }: RunsEmptyProps) {
  if (isFiltered) return <NoMatch noun="run" onClear={onClear} />;
  return (
    <EmptyState
      icon={<Play />}
      title="No runs yet"
      text="A run asks one model about every case of a dataset version and grades the answers."
      action={
        canStart && (
          <LinkButton href="/runs/new" variant="primary">
            Start a run
          </LinkButton>
        )
      }
    />
  );
}
