import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { noSuchPrice } from "./no-such-price.ts";
import { toWorkspacePrice, type WorkspacePrice, workspacePriceSelect } from "./price-schema.ts";

export const removePriceInput = z.object({ priceId: idSchema });
export type RemovePriceInput = z.input<typeof removePriceInput>;

/** Removes a price of the workspace and returns it, to undo with. The older one of the model holds again, or the shipped list. */
export async function removePrice(ctx: Context, input: RemovePriceInput): Promise<WorkspacePrice> {
  requireRole(ctx, "editor", "remove prices");
  const { priceId } = parseInput(removePriceInput, input);
  return await db().$transaction(async (tx) => {
    const where = { id: priceId, workspaceId: ctx.workspaceId };
    const found = await tx.price.findFirst({ where, select: workspacePriceSelect });
    if (found === null) throw noSuchPrice();
    // Two removals at once: the second finds nothing left to delete.
    if ((await tx.price.deleteMany({ where })).count === 0) throw noSuchPrice();
    const { id, ...price } = toWorkspacePrice(found);
    await writeAudit(tx, ctx, {
      action: "price.remove",
      subjectType: "price",
      subjectId: id,
      detail: price,
    });
    return { id, ...price };
  });
}
