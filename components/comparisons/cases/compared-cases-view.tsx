"use client";

import dynamic from "next/dynamic";
import { allowedSort, parseSort } from "#components/table/data-column.ts";
import { DataTable } from "#components/table/data-table.tsx";
import { NoMatch } from "#components/table/no-match.tsx";
import { FilterMenu } from "#components/table/toolbar/filter-menu.tsx";
import { TableToolbar } from "#components/table/toolbar/table-toolbar.tsx";
import { type FirstPage, usePagedRows } from "#components/table/use-paged-rows.ts";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { comparedCaseSorts } from "#lib/comparisons/cases/compared-case-params.ts";
import type { ComparedCaseRow } from "#lib/comparisons/cases/list-compared-cases.ts";
import type { GraderComparison } from "#lib/comparisons/get-comparison.ts";
import { type BucketCounts, buckets } from "#lib/comparisons/rules/bucket.ts";
import { BucketFilter } from "./bucket-filter.tsx";
import { comparedCaseColumns } from "./compared-case-columns.tsx";
import { useComparisonAddress } from "./use-comparison-address.ts";

const ComparedCaseDrawer = dynamic(() =>
  import("../case/compared-case-drawer.tsx").then((module) => module.ComparedCaseDrawer),
);

export type ComparedCasesViewProps = {
  pair: { baselineId: string; candidateId: string };
  /** Numbers of the two runs. */
  numbers: { a: number; b: number };
  counts: BucketCounts;
  graders: readonly Pick<GraderComparison, "graderVersionId" | "name" | "buckets">[];
  start: FirstPage<ComparedCaseRow>;
};

/** The cases of both runs: counts that filter, the table, and a drawer with both answers. */
export function ComparedCasesView({ pair, numbers, counts, graders, start }: ComparedCasesViewProps) {
  const view = useComparisonAddress(pair);
  const { address, setAddress, query } = view;
  const list = usePagedRows({ path: "/api/v1/comparisons/cases", query, start });
  const grader = graders.find((candidate) => candidate.graderVersionId === address.grader);
  const shownCounts = grader?.buckets ?? counts;
  const all = buckets.reduce((sum, bucket) => sum + counts[bucket], 0);
  const clear = () => void setAddress({ show: null, q: null, grader: null });

  return (
    <div className="flex min-w-0 flex-col gap-3">
      <BucketFilter
        counts={shownCounts}
        chosen={address.show}
        onChoose={(show) => void setAddress({ show })}
      />
      <TableToolbar
        search={{
          label: "Search compared cases",
          placeholder: "Search key, input, expected, outputs…",
          value: address.q,
          onValueChange: (q) => void setAddress({ q }),
        }}
        filters={
          graders.length > 1 && (
            <FilterMenu
              name={grader ? `Counted by ${grader.name}` : "Counted by verdict"}
              single
              options={graders.map(({ graderVersionId, name }) => ({ value: graderVersionId, label: name }))}
              selected={address.grader === null ? [] : [address.grader]}
              onChange={([chosen]) => void setAddress({ grader: chosen ?? null })}
            />
          )
        }
        count={{ shown: list.total, total: all, noun: "cases" }}
        exports={[
          {
            label: "CSV",
            href: `/api/v1/comparisons/export?${query}&format=csv`,
            detail: "For spreadsheets",
          },
          {
            label: "JSON Lines",
            href: `/api/v1/comparisons/export?${query}&format=jsonl`,
            detail: "Keeps every type",
          },
        ]}
      />
      <Card flush>
        <DataTable
          label="Compared cases"
          columns={comparedCaseColumns}
          {...list.table}
          getRowId={(row) => row.key}
          total={list.total}
          sort={parseSort(address.sort, ["key", "position"])}
          onSortChange={(sort) => void setAddress({ sort: allowedSort(sort, comparedCaseSorts) })}
          onRowActivate={(row) => void setAddress({ case: row.key }, { history: "push" })}
          {...(address.case !== null && { activeRowId: address.case })}
          empty={
            all === 0 ? (
              <EmptyState
                title="No attempts yet"
                text="Neither run has stored an answer so far. The cases appear as they are answered."
              />
            ) : (
              <NoMatch noun="case" onClear={clear} />
            )
          }
        />
      </Card>
      {address.case !== null && (
        <ComparedCaseDrawer caseKey={address.case} view={view} numbers={numbers} pair={pair} />
      )}
    </div>
  );
}
