"use client";

import { Pencil, Trash2 } from "lucide-react";
import type { StaticColumn } from "#components/table/static-table.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import type { PriceRow } from "#lib/models/prices/price-rows.ts";
import { formatPrice } from "./format-price.ts";

const amounts: readonly StaticColumn<PriceRow>[] = [
  { id: "input", header: "Input", numeric: true, cell: (row) => formatPrice(row.inputPrice) },
  {
    id: "cached",
    header: "Cached input",
    numeric: true,
    wideOnly: true,
    cell: ({ cachedInputPrice }) =>
      cachedInputPrice === null ? (
        <span className="text-faint">as input</span>
      ) : (
        formatPrice(cachedInputPrice)
      ),
  },
  { id: "output", header: "Output", numeric: true, cell: (row) => formatPrice(row.outputPrice) },
];

export type OwnRowActions = { edit: (row: PriceRow) => void; remove: (row: PriceRow) => void };

export function ownColumns(actions: OwnRowActions | null): StaticColumn<PriceRow>[] {
  return [
    { id: "model", header: "Model", cell: (row) => <ModelCell row={row} detail={`From ${row.from}`} /> },
    ...amounts,
    ...(actions === null
      ? []
      : [{ ...actionColumn, cell: (row: PriceRow) => <OwnButtons row={row} {...actions} /> }]),
  ];
}

export function shippedColumns(makeOwn: ((row: PriceRow) => void) | null): StaticColumn<PriceRow>[] {
  return [
    { id: "model", header: "Model", cell: (row) => <ModelCell row={row} detail={shippedDetail(row)} /> },
    ...amounts,
    {
      id: "source",
      header: "As of",
      wideOnly: true,
      cell: (row) => (
        <a
          href={row.source ?? undefined}
          target="_blank"
          rel="noreferrer"
          title={row.basis ?? undefined}
          className="tabular whitespace-nowrap underline decoration-strong underline-offset-2 hover:text-accent"
        >
          {row.asOf}
          <span className="sr-only"> on the page of {row.origin}</span>
        </a>
      ),
    },
    ...(makeOwn === null
      ? []
      : [
          {
            ...actionColumn,
            cell: (row: PriceRow) => (
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={`Enter your own price of ${row.model}`}
                title="Enter your own price"
                onClick={() => makeOwn(row)}
              >
                <Pencil aria-hidden />
              </Button>
            ),
          },
        ]),
  ];
}

const actionColumn = {
  id: "actions",
  header: <span className="sr-only">Actions</span>,
  className: "w-px whitespace-nowrap text-right",
};

function ModelCell({ row, detail }: { row: PriceRow; detail: string }) {
  return (
    <span className={row.inactive === null ? undefined : "text-muted"}>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className="break-all font-mono text-[0.8125rem]">{row.model}</span>
        {row.inactive !== null && <Badge tone="outline">{row.inactive}</Badge>}
      </span>
      <span className="block text-muted text-xs">{detail}</span>
    </span>
  );
}

function OwnButtons({ row, edit, remove }: { row: PriceRow } & OwnRowActions) {
  return (
    <>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={`Change the price of ${row.model}`}
        onClick={() => edit(row)}
      >
        <Pencil aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={`Remove the price of ${row.model} from ${row.from} on`}
        onClick={() => remove(row)}
      >
        <Trash2 aria-hidden />
      </Button>
    </>
  );
}

function shippedDetail({ origin, from, until, promptsUpTo, note }: PriceRow): string {
  const length = promptsUpTo && `prompts up to ${formatCount(promptsUpTo)} tokens`;
  return [origin, from && `from ${from}`, until && `until ${until}`, length, note].filter(Boolean).join(", ");
}
