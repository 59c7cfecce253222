import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { type Page, pageInputSchema, toPage } from "#lib/pagination/page.ts";
import { toWorkspacePrice, type WorkspacePrice, workspacePriceSelect } from "./price-schema.ts";

const listPricesInput = pageInputSchema.extend({
  cursor: idSchema.nullish(),
  /** Part of a model id, in any case. */
  search: z.string().trim().max(300).default(""),
});
export type ListPricesInput = z.input<typeof listPricesInput>;

/** The workspace's own prices by model, the newest day first. */
export async function listPrices(ctx: Context, input: ListPricesInput = {}): Promise<Page<WorkspacePrice>> {
  const { cursor, limit, search } = parseInput(listPricesInput, input);
  const rows = await db().price.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      ...(search === ""
        ? {}
        : { providerModel: { contains: search.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const } }),
    },
    orderBy: [{ providerModel: "asc" }, { validFrom: "desc" }, { id: "asc" }],
    ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
    take: limit + 1,
    select: workspacePriceSelect,
  });
  return toPage(rows, limit, (row) => row.id, toWorkspacePrice);
}

/** Every price of the workspace; there are at most 5,000. */
export async function listAllPrices(ctx: Context): Promise<WorkspacePrice[]> {
  const prices: WorkspacePrice[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<WorkspacePrice> = await listPrices(ctx, { cursor, limit: 500 });
    prices.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return prices;
}
