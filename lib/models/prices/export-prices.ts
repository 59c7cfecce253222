import type { Context } from "#lib/context/context.ts";
import { csvLine } from "#lib/formats/csv/serialise-csv.ts";
import { listAllPrices } from "./list-prices.ts";
import { type PriceRow, priceRows, searchPriceRows } from "./price-rows.ts";
import { utcDay } from "./utc-day.ts";

const columns = [
  "model",
  "origin",
  "input_usd_per_million_tokens",
  "cached_input_usd_per_million_tokens",
  "output_usd_per_million_tokens",
  "from",
  "until",
  "prompts_up_to_tokens",
  "applies_today",
  "attested_for",
  "source",
  "basis",
  "note",
] as const;

const microUsd = 1_000_000;

/** The prices as the page shows them with this search, as the text of a CSV file. An unknown price is an empty cell. */
export async function exportPrices(ctx: Context, { search }: { search: string }): Promise<string> {
  const rows = searchPriceRows(priceRows(await listAllPrices(ctx), utcDay(ctx.now)), search);
  return csvLine(columns) + rows.map((row) => csvLine(cells(row))).join("");
}

function cells(row: PriceRow): unknown[] {
  const usd = (price: number | null) => (price === null ? "" : price / microUsd);
  return [
    row.model,
    row.origin,
    usd(row.inputPrice),
    usd(row.cachedInputPrice),
    usd(row.outputPrice),
    row.from ?? "",
    row.until ?? "",
    row.promptsUpTo ?? "",
    row.inactive === null ? "yes" : `no: ${row.inactive}`,
    row.asOf ?? "",
    row.source ?? "",
    row.basis ?? "",
    row.note ?? "",
  ];
}
