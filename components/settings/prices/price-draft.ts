import { priceText, readPriceText } from "#components/models/form/number-text.ts";
import type { PriceRow } from "#lib/models/prices/price-rows.ts";
import type { SavePriceInput } from "#lib/models/prices/save-price.ts";

/** A price as it is typed: dollars per million tokens. */
export type PriceDraft = {
  /** Another key is another dialog. */
  key: string;
  title: string;
  priceId: string | null;
  providerModel: string;
  validFrom: string;
  inputPrice: string;
  outputPrice: string;
  cachedInputPrice: string;
};

export const draftFields = ["inputPrice", "outputPrice", "cachedInputPrice"] as const;

export function newDraft(today: string): PriceDraft {
  return {
    key: "new",
    title: "Add a price",
    priceId: null,
    providerModel: "",
    validFrom: today,
    inputPrice: "",
    outputPrice: "",
    cachedInputPrice: "",
  };
}

export function ownDraft(row: PriceRow): PriceDraft {
  return {
    ...amounts(row),
    key: row.id,
    title: `Price of ${row.model}`,
    priceId: row.id,
    providerModel: row.model,
    validFrom: row.from ?? "",
  };
}

/** A price of one's own that begins as a copy of a shipped one. */
export function shippedDraft(row: PriceRow, today: string): PriceDraft {
  return {
    ...amounts(row),
    key: row.id,
    title: `Your price of ${row.model}`,
    priceId: null,
    providerModel: row.model,
    validFrom: today,
  };
}

/** The input of the verb, or what is wrong with the typed numbers by field. */
export function readDraft(
  draft: PriceDraft,
): { input: SavePriceInput } | { problems: Record<string, string> } {
  const read = draftFields.map((field) => [field, readPriceText(draft[field])] as const);
  const problems = read.flatMap(([field, { problem }]) =>
    problem === null ? [] : [[field, problem] as const],
  );
  if (problems.length > 0) return { problems: Object.fromEntries(problems) };
  const [inputPrice = null, outputPrice = null, cachedInputPrice = null] = read.map(([, { value }]) => value);
  const { priceId, providerModel, validFrom } = draft;
  return { input: { priceId, providerModel, validFrom, inputPrice, outputPrice, cachedInputPrice } };
}

function amounts({ inputPrice, outputPrice, cachedInputPrice }: PriceRow) {
  return {
    inputPrice: priceText(inputPrice),
    outputPrice: priceText(outputPrice),
    cachedInputPrice: priceText(cachedInputPrice),
  };
}
