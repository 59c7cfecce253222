import type { Prices } from "../cost.ts";
import { anthropicPrices } from "./list/anthropic.ts";
import { googlePrices } from "./list/google.ts";
import { groqPrices } from "./list/groq.ts";
import type { ListedPrice, ListSection } from "./list/list-section.ts";
import { mistralPrices } from "./list/mistral.ts";
import { openaiPrices } from "./list/openai.ts";
import { togetherPrices } from "./list/together.ts";
import type { Vendor } from "./list/vendor.ts";
import { xaiPrices } from "./list/xai.ts";
import { utcDay } from "./utc-day.ts";

/** The day on which this list was put together. Each entry names the older day for which its price is attested. */
export const priceListDate = "2026-11-21";

export const priceListSections: readonly ListSection[] = [
  ...openaiPrices,
  ...anthropicPrices,
  ...googlePrices,
  ...mistralPrices,
  ...xaiPrices,
  ...groqPrices,
  ...togetherPrices,
];

/** What the list does not have, and why. */
export const leftOut: readonly string[] = [
  "Writing to a vendor's prompt cache costs extra with OpenAI from GPT-5.6 on, and with Anthropic where a request asks for it. It is not counted.",
  "DeepSeek charges twice as much on weekdays from 01:00 to 04:00 and from 06:00 to 10:00 UTC, except on Chinese holidays, and a run is billed at one price. Enter the price that you pay.",
  "Mistral's names that end in -latest move from model to model. Use a dated name, or enter the price.",
];

/** An entry of the list: micro-dollars per million tokens; null is unknown. */
export type PriceListEntry = Prices & {
  vendor: Vendor;
  model: string;
  from: string | null;
  until: string | null;
  asOf: string;
  source: string;
  basis: string;
  promptsUpTo: number | null;
  note: string | null;
};

const microUsd = 1_000_000;
/** A snapshot of a model: -2025-08-07, -20250929 or -0613 after its name. */
const snapshot = /-(\d{4}-\d{2}-\d{2}|\d{8}|\d{4})$/;

export const priceList: readonly PriceListEntry[] = priceListSections.flatMap((section) =>
  section.prices.map((price) => toEntry(section, price)),
);

/**
 * The entry that holds for a model of a vendor at a moment, or null. An id that is listed itself goes before the one that it is
 * a dated snapshot of. `at` is compared by its UTC day.
 */
export function findListPrice(vendor: Vendor, model: string, at: Date): PriceListEntry | null {
  const day = utcDay(at);
  const id = model.replace(/^models\//, "");
  const named = (name: string) =>
    priceList.find((entry) => entry.vendor === vendor && entry.model === name && holdsOn(entry, day)) ?? null;
  return named(id) ?? named(id.replace(snapshot, ""));
}

function holdsOn({ from, until }: PriceListEntry, day: string): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}

function toEntry(section: ListSection, price: ListedPrice): PriceListEntry {
  const { vendor, asOf, source, basis } = section;
  return {
    vendor,
    model: price.model,
    inputPrice: Math.round(price.input * microUsd),
    outputPrice: Math.round(price.output * microUsd),
    cachedInputPrice: price.cachedInput === undefined ? null : Math.round(price.cachedInput * microUsd),
    from: price.from ?? null,
    until: price.until ?? null,
    asOf,
    source,
    basis,
    promptsUpTo: price.promptsUpTo ?? null,
    note: price.note ?? null,
  };
}
