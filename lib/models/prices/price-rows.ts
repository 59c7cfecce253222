import type { Prices } from "../cost.ts";
import { vendorLabels } from "./list/vendor.ts";
import { type PriceListEntry, priceList } from "./price-list.ts";
import type { WorkspacePrice } from "./price-schema.ts";

/** A price as the page and the export show it. */
export type PriceRow = Required<Prices> & {
  id: string;
  model: string;
  /** "Your workspace", or the vendor whose calls the price holds for. */
  origin: string;
  isOwn: boolean;
  /** First and last day, as far as the price is limited to them. */
  from: string | null;
  until: string | null;
  /** The day for which a shipped price is attested. */
  asOf: string | null;
  source: string | null;
  basis: string | null;
  promptsUpTo: number | null;
  note: string | null;
  /** Does not apply today: not begun, over, or another price goes before it. */
  inactive: "not yet" | "no longer" | "replaced by your own" | null;
};

/** The workspace's prices first, then the shipped ones, each with whether it applies on the day. */
export function priceRows(own: readonly WorkspacePrice[], day: string): PriceRow[] {
  const active = activeByModel(own, day);
  const ownRows = own.map((price) => ownRow(price, active, day));
  return [...ownRows, ...priceList.map((entry) => shippedRow(entry, active, day))];
}

/** Rows whose model, vendor or note contains every word of the search, in any case. */
export function searchPriceRows(rows: readonly PriceRow[], search: string): PriceRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = `${row.model} ${row.origin} ${row.note ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function activeByModel(own: readonly WorkspacePrice[], day: string): Map<string, WorkspacePrice> {
  const active = new Map<string, WorkspacePrice>();
  for (const price of own) {
    const best = active.get(price.providerModel);
    if (price.validFrom <= day && (best === undefined || best.validFrom < price.validFrom)) {
      active.set(price.providerModel, price);
    }
  }
  return active;
}

function ownRow(price: WorkspacePrice, active: ReadonlyMap<string, WorkspacePrice>, day: string): PriceRow {
  const { id, providerModel, validFrom, inputPrice, outputPrice, cachedInputPrice } = price;
  const isActive = active.get(providerModel)?.id === id;
  return {
    id,
    model: providerModel,
    origin: "Your workspace",
    isOwn: true,
    inputPrice,
    outputPrice,
    cachedInputPrice,
    from: validFrom,
    until: null,
    asOf: null,
    source: null,
    basis: null,
    promptsUpTo: null,
    note: null,
    inactive: isActive ? null : validFrom > day ? "not yet" : "no longer",
  };
}

function shippedRow(
  entry: PriceListEntry,
  active: ReadonlyMap<string, WorkspacePrice>,
  day: string,
): PriceRow {
  const { vendor, model, cachedInputPrice = null, ...rest } = entry;
  return {
    ...rest,
    id: `${vendor}/${model}/${entry.from ?? ""}`,
    model,
    origin: vendorLabels[vendor],
    isOwn: false,
    cachedInputPrice,
    inactive: inactiveBecause(entry, active, day),
  };
}

function inactiveBecause(
  { model, from, until }: PriceListEntry,
  active: ReadonlyMap<string, WorkspacePrice>,
  day: string,
): PriceRow["inactive"] {
  if (from !== null && from > day) return "not yet";
  if (until !== null && until < day) return "no longer";
  return active.has(model) ? "replaced by your own" : null;
}
