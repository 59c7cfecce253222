import { z } from "zod";
import type { ResolvedPrice } from "#lib/models/prices/choose-price.ts";

/** By who is asked: the id of a judge's model version, or an `embeddingKey`. */
export type PinnedPrices = Readonly<Record<string, ResolvedPrice>>;

/** Prices that a run has pinned; who is not among them has the price that was valid at a moment. */
export type CallPrices = { pinned: PinnedPrices; at: Date };

const price = z.int().nullable();

export const pinnedPricesSchema: z.ZodType<PinnedPrices> = z.record(
  z.string(),
  z.object({
    inputPrice: price,
    outputPrice: price,
    cachedInputPrice: price,
    source: z.string().nullable(),
  }),
);

export function embeddingKey({ connectionId, model }: { connectionId: string; model: string }): string {
  return `${connectionId}/${model}`;
}
