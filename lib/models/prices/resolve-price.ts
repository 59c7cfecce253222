import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { Prices } from "../cost.ts";
import { choosePrice, type PricedVersion, type ResolvedPrice } from "./choose-price.ts";

type WorkspaceRow = Required<Prices> & { providerModel: string };

/** What the price of a model version is resolved from, for reading versions with Prisma. */
export const pricedVersionSelect = {
  id: true,
  provider: true,
  providerModel: true,
  inputPrice: true,
  outputPrice: true,
  cachedInputPrice: true,
  connection: { select: { baseUrl: true } },
} as const;

/** The price of a model version at a moment: its own, else that of the workspace, else that of the shipped list; else unknown. */
export async function resolvePrice(ctx: Context, version: PricedVersion, at: Date): Promise<ResolvedPrice> {
  const [price] = await resolvePrices(ctx, [version], at);
  return price ?? choosePrice(version, null, at);
}

/** The same for many versions, in their order, with one query. */
export async function resolvePrices(
  ctx: Context,
  versions: readonly PricedVersion[],
  at: Date,
): Promise<ResolvedPrice[]> {
  const models = [...new Set(versions.flatMap(({ providerModel }) => providerModel ?? []))];
  const rows = models.length === 0 ? [] : await latestRows(ctx, models, at);
  const byModel = new Map(rows.map((row) => [row.providerModel, row]));
  return versions.map((version) =>
    choosePrice(version, byModel.get(version.providerModel ?? "") ?? null, at),
  );
}

/** For each model the price of the workspace with the newest first day that is not after `at`. */
async function latestRows(ctx: Context, models: readonly string[], at: Date): Promise<WorkspaceRow[]> {
  return await db().price.findMany({
    where: { workspaceId: ctx.workspaceId, providerModel: { in: [...models] }, validFrom: { lte: at } },
    orderBy: [{ providerModel: "asc" }, { validFrom: "desc" }],
    distinct: ["providerModel"],
    select: { providerModel: true, inputPrice: true, outputPrice: true, cachedInputPrice: true },
  });
}
