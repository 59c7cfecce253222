import type { Prices } from "../cost.ts";
import { vendorAt } from "./list/vendor.ts";
import { findListPrice, priceListDate } from "./price-list.ts";
import { builtInPriceSource, ownPriceSource, workspacePriceSource } from "./price-source.ts";

/** What is needed of a model version to find its price. */
export type PricedVersion = Prices & {
  provider: "connection" | "built_in" | "recorded";
  providerModel: string | null;
  connection: { baseUrl: string } | null;
};

/** Micro-dollars per million tokens, null where unknown, and where they are from; without a source nothing is known. */
export type ResolvedPrice = Required<Prices> & { source: string | null };

const shippedPriceSource = `price list of ${priceListDate}`;

export const unknownPrice: ResolvedPrice = {
  inputPrice: null,
  outputPrice: null,
  cachedInputPrice: null,
  source: null,
};

/**
 * Decides between the prices that a version could have. A version whose author entered any price has that one alone, so that
 * what was left unknown stays unknown. The shipped list holds only for calls to the vendors that it is about.
 */
export function choosePrice(
  version: PricedVersion,
  workspaceRow: Required<Prices> | null,
  at: Date,
): ResolvedPrice {
  const { provider, inputPrice, outputPrice, cachedInputPrice = null, connection, providerModel } = version;
  if (provider === "built_in") {
    return { inputPrice: 0, outputPrice: 0, cachedInputPrice: 0, source: builtInPriceSource };
  }
  if (inputPrice !== null || outputPrice !== null) {
    return { inputPrice, outputPrice, cachedInputPrice, source: ownPriceSource };
  }
  if (provider !== "connection" || providerModel === null) return unknownPrice;
  if (workspaceRow !== null) return { ...pricesOf(workspaceRow), source: workspacePriceSource };
  const vendor = vendorAt(connection?.baseUrl ?? "");
  const listed = vendor === null ? null : findListPrice(vendor, providerModel, at);
  return listed === null ? unknownPrice : { ...pricesOf(listed), source: shippedPriceSource };
}

function pricesOf({ inputPrice, outputPrice, cachedInputPrice = null }: Prices): Required<Prices> {
  return { inputPrice, outputPrice, cachedInputPrice };
}
