"use client";

import dynamic from "next/dynamic";
import { useRef } from "react";
import type { LabelActions } from "#components/review/label-actions.ts";
import { allowedSort, parseSort } from "#components/table/data-column.ts";
import { DataTable } from "#components/table/data-table.tsx";
import { NoMatch } from "#components/table/no-match.tsx";
import { TableToolbar } from "#components/table/toolbar/table-toolbar.tsx";
import { usePreparation } from "#components/table/toolbar/use-preparation.ts";
import type { FirstPage } from "#components/table/use-paged-rows.ts";
import { useRowWindow } from "#components/table/window/use-row-window.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { SegmentedControl } from "#components/ui/form/segmented-control.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { sortParams } from "#lib/runs/attempts/attempt-list-params.ts";
import { type AttemptView, attemptSorts, attemptViews } from "#lib/runs/attempts/attempt-views.ts";
import type { AttemptRow } from "#lib/runs/attempts/read-attempt-rows.ts";
import { attemptColumns, repeatedAttemptColumns } from "./attempt-columns.tsx";
import { AttemptFilterChips, type AttemptFilterChoices, AttemptFilterMenus } from "./attempt-filters.tsx";
import { noFilters, useAttemptAddress } from "./use-attempt-address.ts";

const CaseDrawer = dynamic(() => import("../case/case-drawer.tsx").then((module) => module.CaseDrawer), {
  ssr: false,
});

export type AttemptsViewProps = {
  runId: string;
  start: FirstPage<AttemptRow>;
  choices: AttemptFilterChoices;
  /** How many attempts each view has, before other filters. */
  counts: Readonly<Record<AttemptView, number>>;
  isLive: boolean;
  /** Attempts at each case, as planned. */
  repetitions: number;
  /** Null for whoever may only read. */
  labelActions: LabelActions | null;
};

const viewLabels: Record<AttemptView, string> = {
  failed: "Failed",
  errored: "Errored",
  unscored: "Unscored",
  passed: "Passed",
  scored: "Scored",
  all: "All",
};

const rowId = (row: Pick<AttemptRow, "key" | "repetition">) => `${row.repetition}:${row.key}`;

/** The cases of a run with what came of them: failures first, every filter in the address, a case in a drawer. */
export function AttemptsView({
  runId,
  start,
  choices,
  counts,
  isLive,
  repetitions,
  labelActions,
}: AttemptsViewProps) {
  const view = useAttemptAddress();
  const { address, setAddress, query } = view;
  const list = useRowWindow({
    path: `/api/v1/runs/${runId}/attempts`,
    query,
    start,
    liveEveryMs: isLive ? 4_000 : null,
  });
  const hasLabelled = useRef(false);
  const prepareSearch = usePreparation(`/api/v1/runs/${runId}/attempts/search`);
  const byCase = address.rows === "case";
  const isFiltered = list.total !== counts[address.view];
  const exportHref = (format: string) => `/api/v1/runs/${runId}/export?format=${format}&${query}`;

  return (
    <section id="cases" aria-label="Cases" className="flex min-w-0 scroll-mt-4 flex-col gap-3">
      <h2 className="font-semibold text-base">Cases</h2>
      <div className="-mx-1 flex flex-wrap gap-x-4 gap-y-2 overflow-x-auto px-1 py-0.5">
        <SegmentedControl
          label="Which cases"
          className="w-max whitespace-nowrap"
          options={attemptViews.map((name) => ({
            value: name,
            label: isLive ? viewLabels[name] : `${viewLabels[name]} ${formatCount(counts[name])}`,
          }))}
          value={address.view}
          onValueChange={(name) => void setAddress({ view: name })}
        />
        {repetitions > 1 && (
          <SegmentedControl
            label="One row for each"
            options={[
              { value: "attempt", label: "Each attempt" },
              { value: "case", label: "Each case" },
            ]}
            value={address.rows}
            onValueChange={(rows) => void setAddress({ rows })}
          />
        )}
      </div>
      <TableToolbar
        search={{
          label: "Search cases",
          placeholder: "Search key, input, expected, answer…",
          debounceMs: 150,
          isBusy: list.table.loading,
          onApproach: prepareSearch,
          value: address.q,
          onValueChange: (q) => void setAddress({ q }),
        }}
        filters={<AttemptFilterMenus address={view} choices={choices} />}
        chips={<AttemptFilterChips address={view} choices={choices} />}
        count={{
          shown: list.total,
          ...(isFiltered && !isLive && !byCase && { total: counts[address.view] }),
          noun: repetitions > 1 && !byCase ? "attempt" : "case",
        }}
        exports={[
          { label: "CSV", href: exportHref("csv"), detail: "For spreadsheets" },
          { label: "JSON Lines", href: exportHref("jsonl"), detail: "Keeps every type" },
        ]}
      />
      <Card flush>
        <DataTable
          label="Cases of this run"
          columns={repetitions > 1 ? repeatedAttemptColumns : attemptColumns}
          {...list.table}
          recyclesRows
          getRowId={rowId}
          total={list.total}
          sort={parseSort(address.sort, attemptSorts)}
          onSortChange={(sort) => void setAddress({ sort: allowedSort(sort, sortParams) })}
          onRowActivate={(row) =>
            void setAddress({ case: row.key, repetition: row.repetition }, { history: "push" })
          }
          {...(address.case !== null && {
            activeRowId: rowId({ key: address.case, repetition: address.repetition }),
          })}
          empty={
            <NoCases
              view={address.view}
              isFiltered={counts[address.view] > 0}
              isLive={isLive}
              onClear={() => void setAddress(noFilters)}
              onAll={() => void setAddress({ ...noFilters, view: "all" })}
            />
          }
        />
      </Card>
      {address.case !== null && (
        <CaseDrawer
          runId={runId}
          caseKey={address.case}
          repetition={address.repetition}
          query={query}
          listLabel={`${viewLabels[address.view].toLowerCase()}${isFiltered ? ", filtered" : ""}`}
          mode={address.mode}
          onModeChange={(mode) => void setAddress({ mode })}
          onOpen={({ key, repetition }) => void setAddress({ case: key, repetition })}
          onClose={() => {
            void setAddress({ case: null, repetition: null, mode: null });
            if (hasLabelled.current) list.reload();
            hasLabelled.current = false;
          }}
          labelActions={labelActions}
          onLabelled={() => {
            hasLabelled.current = true;
          }}
        />
      )}
    </section>
  );
}

type NoCasesProps = {
  view: AttemptView;
  isFiltered: boolean;
  isLive: boolean;
  onClear: () => void;
  onAll: () => void;
};

function NoCases({ view, isFiltered, isLive, onClear, onAll }: NoCasesProps) {
  if (isFiltered) return <NoMatch noun="case" onClear={onClear} headingLevel={3} />;
  if (isLive) {
    return (
      <EmptyState
        headingLevel={3}
        title="Nothing here yet"
        text="Cases appear as they are answered and graded."
      />
    );
  }
  return (
    <EmptyState
      headingLevel={3}
      title={view === "all" ? "No case was answered" : `No case ${view === "scored" ? "was scored" : view}`}
      text={view === "all" ? "The run ended before its first answer." : "The other cases are one press away."}
      action={view !== "all" && <Button onClick={onAll}>Show all cases</Button>}
    />
  );
}
