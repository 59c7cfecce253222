"use client";

import { removePriceAction, savePriceAction } from "#app/(workspace)/settings/prices/actions.ts";
import { toast } from "#components/ui/feedback/toast.ts";
import type { PriceRow } from "#lib/models/prices/price-rows.ts";
import type { SavedPrice, SavePriceInput } from "#lib/models/prices/save-price.ts";

/** Removes and announces prices; every message offers the way back. */
export function usePriceChanges() {
  async function remove({ id, model }: PriceRow) {
    const result = await removePriceAction({ priceId: id }).catch(() => null);
    if (result === null) return void toast.error("The server could not be reached. Nothing was changed.");
    if (!result.ok) return void toast.error(result.message);
    const { id: _id, ...content } = result.value;
    toast.success(
      `Removed your price of ${model}.`,
      undo(() => saveAgain(content)),
    );
  }

  function announceSaved({ price, former }: SavedPrice) {
    const back =
      former === null ? () => removeAgain(price.id) : () => saveAgain({ ...former, priceId: former.id });
    toast.success(
      `${former === null ? "Added" : "Changed"} your price of ${price.providerModel}. Runs that start from now on use it.`,
      undo(back),
    );
  }

  return { remove, announceSaved };
}

function undo(back: () => Promise<void>) {
  return { action: { label: "Undo", onClick: () => void back() } };
}

async function saveAgain(input: SavePriceInput): Promise<void> {
  const result = await savePriceAction(input).catch(() => null);
  if (result?.ok) toast.success("The price is as it was.");
  else toast.error(result?.message ?? "The server could not be reached. Nothing was changed.");
}

async function removeAgain(priceId: string): Promise<void> {
  const result = await removePriceAction({ priceId }).catch(() => null);
  if (result?.ok) toast.success("The price is gone again.");
  else toast.error(result?.message ?? "The server could not be reached. Nothing was changed.");
}
