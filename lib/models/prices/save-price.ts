import type { z } from "zod";
import { actorId, type Context, requireRole } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db, type Transaction } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { newId } from "#lib/ids/new-id.ts";
import { refusingDuplicates } from "../refusing-duplicates.ts";
import { noSuchPrice } from "./no-such-price.ts";
import {
  toWorkspacePrice,
  type WorkspacePrice,
  workspacePriceSchema,
  workspacePriceSelect,
} from "./price-schema.ts";

export const savePriceInput = workspacePriceSchema.safeExtend({
  /** The row to change; without it one is added. */
  priceId: idSchema.nullish(),
});
export type SavePriceInput = z.input<typeof savePriceInput>;

export type SavedPrice = {
  price: WorkspacePrice /** As it was before, to undo with. */;
  former: WorkspacePrice | null;
};

const maxPrices = 5_000;

/** Adds or changes a price of the workspace. Runs that were started keep the price that they were started with. */
export async function savePrice(ctx: Context, input: SavePriceInput): Promise<SavedPrice> {
  requireRole(ctx, "editor", "change prices");
  const { priceId, validFrom, ...content } = parseInput(savePriceInput, input);
  const data = { ...content, validFrom: new Date(`${validFrom}T00:00:00Z`) };
  const taken = `There is a price of ${content.providerModel} from ${validFrom} on already. Change that one, or choose another day.`;
  return await refusingDuplicates("validFrom", taken, () =>
    db().$transaction(async (tx) => {
      const former = priceId ? await lockPrice(tx, ctx, priceId) : null;
      if (former === null) await refuseTooMany(tx, ctx);
      const row = former
        ? await tx.price.update({ where: { id: former.id }, data, select: workspacePriceSelect })
        : await tx.price.create({
            data: { id: newId(), workspaceId: ctx.workspaceId, createdBy: actorId(ctx), ...data },
            select: workspacePriceSelect,
          });
      const { id, ...price } = toWorkspacePrice(row);
      await writeAudit(tx, ctx, {
        action: former === null ? "price.add" : "price.change",
        subjectType: "price",
        subjectId: id,
        detail: former === null ? price : { ...price, former },
      });
      return { price: { id, ...price }, former };
    }),
  );
}

async function lockPrice(tx: Transaction, ctx: Context, priceId: string): Promise<WorkspacePrice> {
  await tx.$queryRaw`
    select 1 from price where id = ${priceId}::uuid and workspace_id = ${ctx.workspaceId}::uuid for update`;
  const found = await tx.price.findFirst({
    where: { id: priceId, workspaceId: ctx.workspaceId },
    select: workspacePriceSelect,
  });
  if (found === null) throw noSuchPrice();
  return toWorkspacePrice(found);
}

async function refuseTooMany(tx: Transaction, ctx: Context): Promise<void> {
  if ((await tx.price.count({ where: { workspaceId: ctx.workspaceId } })) < maxPrices) return;
  throw new AppError(
    "conflict",
    `This workspace has ${maxPrices.toLocaleString("en-GB")} prices, which is the most it can have. Remove some first.`,
  );
}
