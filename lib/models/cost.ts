import type { Usage } from "#lib/providers/provider.ts";

/** Micro-dollars per million tokens; null is unknown, never free. */
export type Prices = {
  inputPrice: number | null;
  outputPrice: number | null;
  cachedInputPrice?: number | null;
};

const TOKENS_PER_PRICE = 1_000_000;
/** The largest cost that the column of an attempt holds, about $2,147. */
const MAX_COST_MICRO_USD = 2_147_483_647;

/**
 * What one answer cost, in whole micro-dollars, rounded once at the end.
 * Null when it is not known: no price, or no token count where the price is not zero. Cached tokens are priced as input.
 */
export function costMicroUsd(
  usage: Pick<Usage, "promptTokens" | "completionTokens">,
  prices: Prices,
): number | null {
  const input = priced(usage.promptTokens, prices.inputPrice);
  const output = priced(usage.completionTokens, prices.outputPrice);
  if (input === null || output === null) return null;
  const total = Math.round((input + output) / TOKENS_PER_PRICE);
  return total <= MAX_COST_MICRO_USD ? total : null;
}

function priced(tokens: number | null, price: number | null): number | null {
  if (price === null) return null;
  if (price === 0) return 0;
  if (tokens === null || !Number.isSafeInteger(tokens) || tokens < 0) return null;
  return tokens * price;
}
