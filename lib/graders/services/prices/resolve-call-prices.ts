import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import type { PricedVersion } from "#lib/models/prices/choose-price.ts";
import { pricedVersionSelect, resolvePrices } from "#lib/models/prices/resolve-price.ts";
import { findGraderKind } from "../../registry.ts";
import { embeddingKey, type PinnedPrices } from "./call-prices.ts";

type Asking = { kind: string; config: unknown };
type Asked = { key: string; version: PricedVersion };

const embeddingSchema = z.object({ connectionId: z.string(), model: z.string().min(1) });

/** What everybody whom these graders ask costs at a moment, in two or three queries. Whoever is not there is left out. */
export async function resolveCallPrices(
  ctx: Context,
  graders: readonly Asking[],
  at: Date,
): Promise<PinnedPrices> {
  const asked = (await Promise.all([findJudges(ctx, graders), findEmbeddingModels(ctx, graders)])).flat();
  const prices = await resolvePrices(
    ctx,
    asked.map(({ version }) => version),
    at,
  );
  return Object.fromEntries(
    asked.flatMap(({ key }, index) => {
      const price = prices[index];
      return price === undefined ? [] : [[key, price] as const];
    }),
  );
}

async function findJudges(ctx: Context, graders: readonly Asking[]): Promise<Asked[]> {
  const ids = [...new Set(graders.flatMap(judgesOf))];
  if (ids.length === 0) return [];
  const rows = await db().modelVersion.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: ids } },
    select: pricedVersionSelect,
  });
  return rows.map(({ id, ...version }) => ({ key: id, version }));
}

function judgesOf({ kind, config }: Asking): readonly string[] {
  const found = findGraderKind(kind);
  const parsed = found?.configSchema.safeParse(config);
  return parsed?.success ? (found?.references?.(parsed.data).modelVersionIds ?? []) : [];
}

async function findEmbeddingModels(ctx: Context, graders: readonly Asking[]): Promise<Asked[]> {
  const models = graders.flatMap(({ kind, config }) => {
    const parsed = kind === "embedding-similarity" ? embeddingSchema.safeParse(config) : null;
    return parsed?.success ? [parsed.data] : [];
  });
  if (models.length === 0) return [];
  const connections = await db().connection.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: models.map(({ connectionId }) => connectionId) } },
    select: { id: true, baseUrl: true },
  });
  return models.flatMap((model) => {
    const connection = connections.find(({ id }) => id === model.connectionId);
    return connection === undefined
      ? []
      : [{ key: embeddingKey(model), version: embeddingVersion(connection.baseUrl, model.model) }];
  });
}

/** An embedding model is no model of the workspace, so it has no prices of its own: those of the workspace and of the list hold. */
export function embeddingVersion(baseUrl: string, model: string): PricedVersion {
  return {
    provider: "connection",
    providerModel: model,
    connection: { baseUrl },
    inputPrice: null,
    outputPrice: null,
  };
}
