import type { Usage } from "#lib/providers/provider.ts";

/** Micro-dollars per million tokens; null is unknown, never free. */
export type Prices = {
  inputPrice: number | null;
  outputPrice: number | null;
  /** Of input that the provider served from its own prompt cache; where there is none, the input price holds for it. */
  cachedInputPrice?: number | null;
};

const TOKENS_PER_PRICE = 1_000_000;
/** The largest cost that the column of an attempt holds, about $2,147. */
const MAX_COST_MICRO_USD = 2_147_483_647;

/**
 * What one answer cost, in whole micro-dollars, rounded once at the end (half up).
 * `cachedTokens` is the part of `promptTokens` that came from the provider's prompt cache; reasoning tokens are part of
 * `completionTokens`. Null when the cost is not known: no price, no token count where the price is not zero, counts that
 * contradict each other, or a sum beyond the largest cost that can be stored.
 */
export function costMicroUsd(
  usage: Pick<Usage, "promptTokens" | "completionTokens"> & Partial<Pick<Usage, "cachedTokens">>,
  prices: Prices,
): number | null {
  const input = pricedInput(usage.promptTokens, usage.cachedTokens ?? 0, prices);
  const output = priced(usage.completionTokens, prices.outputPrice);
  if (input === null || output === null) return null;
  const total = Math.round((input + output) / TOKENS_PER_PRICE);
  return total <= MAX_COST_MICRO_USD ? total : null;
}

function pricedInput(promptTokens: number | null, cachedTokens: number, prices: Prices): number | null {
  const { inputPrice } = prices;
  const cachedInputPrice = prices.cachedInputPrice ?? inputPrice;
  if (inputPrice === null || cachedTokens === 0 || cachedInputPrice === inputPrice) {
    return priced(promptTokens, inputPrice);
  }
  if (promptTokens === null || cachedTokens > promptTokens) return null;
  const cached = priced(cachedTokens, cachedInputPrice);
  const rest = priced(promptTokens - cachedTokens, inputPrice);
  return cached === null || rest === null ? null : cached + rest;
}

function priced(tokens: number | null, price: number | null): number | null {
  if (price === null) return null;
  if (price === 0) return 0;
  if (tokens === null || !Number.isSafeInteger(tokens) || tokens < 0) return null;
  return tokens * price;
}
