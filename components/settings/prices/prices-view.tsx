"use client";

import { Plus, Receipt } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { StaticTable } from "#components/table/static-table.tsx";
import { TableToolbar } from "#components/table/toolbar/table-toolbar.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import type { PriceRow } from "#lib/models/prices/price-rows.ts";
import { ownColumns, shippedColumns } from "./price-columns.tsx";
import { PriceDialog } from "./price-dialog.tsx";
import { newDraft, ownDraft, type PriceDraft, shippedDraft } from "./price-draft.ts";
import { usePriceChanges } from "./use-price-changes.ts";

export type PricesViewProps = {
  own: readonly PriceRow[];
  shipped: readonly PriceRow[];
  /** Rows without a search. */
  total: number;
  /** The day in UTC. */
  today: string;
  listDate: string;
  leftOut: readonly string[];
  canEdit: boolean;
};

const maxOwnShown = 200;

/** The prices that hold: the workspace's own, then the list that ships with the product. */
export function PricesView({ own, shipped, total, today, listDate, leftOut, canEdit }: PricesViewProps) {
  const [search, setSearch] = useQueryState(
    "q",
    parseAsString.withDefault("").withOptions({ shallow: false }),
  );
  const [draft, setDraft] = useState<PriceDraft | null>(null);
  const { remove, announceSaved } = usePriceChanges();
  const add = (
    <Button onClick={() => setDraft(newDraft(today))}>
      <Plus aria-hidden />
      Add a price
    </Button>
  );

  return (
    <div className="flex min-w-0 flex-col gap-4">
      <TableToolbar
        search={{
          label: "Search prices",
          placeholder: "Search model, vendor…",
          value: search,
          onValueChange: (q) => void setSearch(q || null),
        }}
        count={{ shown: own.length + shipped.length, total, noun: "price" }}
        exports={[
          {
            label: "CSV",
            href: `/settings/prices/export?q=${encodeURIComponent(search)}`,
            detail: "For spreadsheets",
          },
        ]}
        actions={canEdit && add}
      />
      <Card
        title="Your workspace"
        description="These go before the list below. A price that is kept with a model goes before both. US dollars per million tokens."
        flush
        footer={
          own.length > maxOwnShown &&
          `The first ${maxOwnShown} of ${formatCount(own.length)}. Search to find the others; the export has them all.`
        }
      >
        <StaticTable
          label="Prices of your workspace"
          rows={own.slice(0, maxOwnShown)}
          getRowId={(row) => row.id}
          columns={ownColumns(canEdit ? { edit: (row) => setDraft(ownDraft(row)), remove } : null)}
          empty={
            <EmptyState
              icon={<Receipt />}
              headingLevel={3}
              className="py-8"
              title={search === "" ? "No prices of your own" : "None of your own prices match"}
              text={
                search === ""
                  ? "Add one for a model that the list does not have, for a server of your own, or where you pay another price."
                  : "The search looks at models, vendors and notes."
              }
              action={canEdit && search === "" && add}
            />
          }
        />
      </Card>
      <Card
        title={`Price list of ${listDate}`}
        description="Ships with Touchstone and holds for calls to the vendors themselves. Each price is dated and names the page that it is from; check it there before it matters."
        flush
        footer={
          <ul className="flex flex-col gap-1">
            {leftOut.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        }
      >
        <StaticTable
          label="Shipped price list"
          rows={shipped}
          getRowId={(row) => row.id}
          columns={shippedColumns(canEdit ? (row) => setDraft(shippedDraft(row, today)) : null)}
          empty={<p className="px-4 py-6 text-muted text-sm">No shipped price matches the search.</p>}
        />
      </Card>
      {draft && (
        <PriceDialog
          key={draft.key}
          draft={draft}
          onClose={() => setDraft(null)}
          onSaved={(saved) => {
            setDraft(null);
            announceSaved(saved);
          }}
        />
      )}
    </div>
  );
}
