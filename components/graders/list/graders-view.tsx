"use client";

import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { allowedSort, parseSort } from "#components/table/data-column.ts";
import { DataTable } from "#components/table/data-table.tsx";
import { FilterMenu } from "#components/table/toolbar/filter-menu.tsx";
import { TableToolbar } from "#components/table/toolbar/table-toolbar.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { SegmentedControl } from "#components/ui/form/segmented-control.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import type { GraderRow } from "#lib/graders/listing/grader-row.ts";
import { graderSorts, viewGraders } from "#lib/graders/listing/list-view.ts";
import { graderColumns } from "./grader-columns.tsx";

export type GradersViewProps = {
  rows: readonly GraderRow[];
  kinds: readonly { kind: string; label: string }[];
};

const shows = ["active", "archived"] as const;
const sortableColumns = graderColumns.filter((column) => column.sortable).map((column) => column.id);

export function GradersView({ rows, kinds }: GradersViewProps) {
  const [address, setAddress] = useQueryStates({
    q: parseAsString.withDefault(""),
    kind: parseAsArrayOf(parseAsString).withDefault([]),
    sort: parseAsStringLiteral(graderSorts),
  });
  const [show, setShow] = useQueryStates(
    { show: parseAsStringLiteral(shows).withDefault("active"), after: parseAsString },
    { shallow: false },
  );
  const shown = viewGraders(rows, address);
  const filters = new URLSearchParams({
    ...(address.q && { q: address.q }),
    ...(address.kind.length > 0 && { kind: address.kind.join(",") }),
    ...(address.sort && { sort: address.sort }),
    ...(show.show === "archived" && { show: show.show }),
  });

  return (
    <div className="flex min-w-0 flex-col gap-3">
      <TableToolbar
        search={{ label: "Search graders", value: address.q, onValueChange: (q) => void setAddress({ q }) }}
        filters={
          <>
            <FilterMenu
              name="Kind"
              options={kinds.map(({ kind, label }) => ({
                value: kind,
                label,
                count: rows.filter((row) => row.kind === kind).length,
              }))}
              selected={address.kind}
              onChange={(kind) => void setAddress({ kind })}
            />
            <SegmentedControl
              label="Which graders"
              options={[
                { value: "active", label: "In use" },
                { value: "archived", label: "Archived" },
              ]}
              value={show.show}
              onValueChange={(next) => void setShow({ show: next, after: null })}
            />
          </>
        }
        count={{ shown: shown.length, total: rows.length, noun: "grader" }}
        exports={[
          { label: "CSV", href: `/graders/export?format=csv&${filters}`, detail: "For spreadsheets" },
          {
            label: "JSON Lines",
            href: `/graders/export?format=jsonl&${filters}`,
            detail: "Keeps every type",
          },
        ]}
      />
      <Card flush>
        <DataTable
          label="Graders"
          columns={graderColumns}
          rows={shown}
          getRowId={(row) => row.id}
          rowHeight={48}
          rowHref={(row) => `/graders/${row.id}`}
          sort={parseSort(address.sort, sortableColumns)}
          onSortChange={(sort) => void setAddress({ sort: allowedSort(sort, graderSorts) })}
          empty={
            <EmptyState
              title={
                show.show === "archived" && rows.length === 0 ? "No archived graders" : "No grader matches"
              }
              text="Look for another word, or take filters off."
              action={
                <Button
                  onClick={() => {
                    void setAddress({ q: null, kind: null });
                    void setShow({ show: null, after: null });
                  }}
                >
                  Show all graders
                </Button>
              }
            />
          }
        />
      </Card>
    </div>
  );
}
