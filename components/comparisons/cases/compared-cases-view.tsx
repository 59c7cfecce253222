"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import { allowedSort, parseSort } from "#components/table/data-column.ts";
import { DataTable } from "#components/table/data-table.tsx";
import { NoMatch } from "#components/table/no-match.tsx";
import { FilterChips } from "#components/table/toolbar/filter-chips.tsx";
import { FilterMenu } from "#components/table/toolbar/filter-menu.tsx";
import { TableToolbar } from "#components/table/toolbar/table-toolbar.tsx";
import { usePreparation } from "#components/table/toolbar/use-preparation.ts";
import { type FirstPage, usePagedRows } from "#components/table/use-paged-rows.ts";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { comparedCaseSorts } from "#lib/comparisons/cases/compared-case-params.ts";
import type { ComparedCaseRow } from "#lib/comparisons/cases/list-compared-cases.ts";
import type { FailureMode } from "#lib/comparisons/columns/failure-modes.ts";
import type { SharedGrader, SliceName } from "#lib/comparisons/comparison.ts";
import type { BucketCounts } from "#lib/comparisons/rules/bucket.ts";
import { BucketFilter } from "./bucket-filter.tsx";
import { type ColumnRun, comparedCaseColumns } from "./compared-case-columns.tsx";
import { filterChipsOf } from "./filter-chips-of.ts";
import { useComparisonAddress, withoutFilters } from "./use-comparison-address.ts";

const ComparedCaseDrawer = dynamic(() =>
  import("../case/compared-case-drawer.tsx").then((module) => module.ComparedCaseDrawer),
);

export type ComparedCasesViewProps = {
  /** Every run of the address. */
  runIds: readonly string[];
  /** Those that share the cases, the baseline first. */
  runs: readonly ColumnRun[];
  againstId: string;
  counts: BucketCounts;
  critical: number;
  graders: readonly Pick<SharedGrader, "graderVersionId" | "name">[];
  slices: readonly SliceName[];
  modes: readonly FailureMode[];
  start: FirstPage<ComparedCaseRow>;
};

/** The cases of all runs: counts that filter, the table, and a drawer with the answers. */
export function ComparedCasesView(props: ComparedCasesViewProps) {
  const { runIds, runs, againstId, counts, critical, graders, slices, modes, start } = props;
  const view = useComparisonAddress(runIds);
  const { address, setAddress, query } = view;
  const list = usePagedRows({ path: "/api/v1/comparisons/cases", query, start });
  const prepareSearch = usePreparation(`/api/v1/comparisons/cases/search?runs=${runIds.join(",")}`);
  const columns = useMemo(() => comparedCaseColumns(runs), [runs]);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const chips = filterChipsOf(view, { runs, modes, slices });
  const grader = graders.find((one) => one.graderVersionId === address.grader);

  return (
    <div className="flex min-w-0 flex-col gap-3">
      <BucketFilter
        counts={counts}
        critical={critical}
        chosen={address.show}
        onChoose={(show) => void setAddress({ show, cell: null, modes: null, sole: null })}
      />
      <TableToolbar
        search={{
          label: "Search compared cases",
          placeholder: "Search key, input, expected, answers…",
          debounceMs: 150,
          isBusy: list.table.loading,
          onApproach: prepareSearch,
          value: address.q,
          onValueChange: (q) => void setAddress({ q }),
        }}
        filters={
          graders.length > 1 && (
            <FilterMenu
              name={grader ? `Judged by ${grader.name}` : "Judged by the verdict"}
              single
              options={graders.map(({ graderVersionId, name }) => ({ value: graderVersionId, label: name }))}
              selected={address.grader === null ? [] : [address.grader]}
              // The figures above the table are of the same judgement, so the page is read anew.
              onChange={([chosen]) => void setAddress({ grader: chosen ?? null }, { shallow: false })}
            />
          )
        }
        chips={
          chips.length > 0 && <FilterChips chips={chips} onClear={() => void setAddress(withoutFilters)} />
        }
        count={{ shown: list.total, total: Math.max(all, list.total), noun: "case" }}
        exports={[
          {
            label: "CSV",
            href: `/api/v1/comparisons/export?${query}&format=csv`,
            detail: "For spreadsheets",
          },
          {
            label: "JSON Lines",
            href: `/api/v1/comparisons/export?${query}&format=jsonl`,
            detail: "Every attempt, every type",
          },
        ]}
      />
      <Card flush>
        <DataTable
          label="Compared cases"
          columns={columns}
          {...list.table}
          recyclesRows
          getRowId={(row) => row.key}
          total={list.total}
          sort={parseSort(address.sort, ["key", "change"])}
          onSortChange={(sort) => void setAddress({ sort: allowedSort(sort, comparedCaseSorts) })}
          onRowActivate={(row) => void setAddress({ case: row.key }, { history: "push" })}
          {...(address.case !== null && { activeRowId: address.case })}
          empty={
            all === 0 ? (
              <EmptyState
                title="No cases yet"
                text="Neither run has planned its cases so far. They appear as soon as one of them starts."
              />
            ) : (
              <NoMatch noun="case" onClear={() => void setAddress(withoutFilters)} />
            )
          }
        />
      </Card>
      {address.case !== null && (
        <ComparedCaseDrawer caseKey={address.case} view={view} runs={runs} againstId={againstId} />
      )}
    </div>
  );
}
