"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "#app/_server/run-action.ts";
import { type RemovePriceInput, removePrice } from "#lib/models/prices/remove-price.ts";
import { type SavePriceInput, savePrice } from "#lib/models/prices/save-price.ts";

export async function savePriceAction(input: SavePriceInput) {
  return await runAction(async (ctx) => {
    const saved = await savePrice(ctx, input);
    revalidatePath("/settings/prices");
    return saved;
  });
}

export async function removePriceAction(input: RemovePriceInput) {
  return await runAction(async (ctx) => {
    const removed = await removePrice(ctx, input);
    revalidatePath("/settings/prices");
    return removed;
  });
}
