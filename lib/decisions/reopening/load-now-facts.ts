import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { pricedVersionSelect, resolvePrices } from "#lib/models/prices/resolve-price.ts";
import type { Board } from "../board/board-schema.ts";
import type { NowFacts } from "./reopen-reasons.ts";

/** What is true now of everything that these boards have pinned: one query for each kind of thing. */
export async function loadNowFacts(ctx: Context, boards: readonly Board[]): Promise<NowFacts> {
  const candidates = boards.flatMap((board) => board.candidates);
  const scope = { workspaceId: ctx.workspaceId };
  const [datasets, graders, models, prices] = await Promise.all([
    db().datasetVersion.groupBy({
      by: ["datasetId"],
      where: { ...scope, datasetId: { in: unique(boards.map(({ dataset }) => dataset.id)) } },
      _max: { number: true },
    }),
    db().graderVersion.groupBy({
      by: ["graderId"],
      where: {
        ...scope,
        graderId: { in: unique(candidates.flatMap((one) => one.graders.map(({ graderId }) => graderId))) },
      },
      _max: { number: true },
    }),
    db().modelVersion.groupBy({
      by: ["modelId"],
      where: { ...scope, modelId: { in: unique(candidates.map(({ model }) => model.id)) } },
      _max: { number: true },
    }),
    currentPrices(ctx, unique(candidates.map(({ model }) => model.versionId))),
  ]);
  return {
    datasets: new Map(datasets.map(({ datasetId, _max }) => [datasetId, _max.number ?? 0])),
    graders: new Map(graders.map(({ graderId, _max }) => [graderId, _max.number ?? 0])),
    models: new Map(models.map(({ modelId, _max }) => [modelId, _max.number ?? 0])),
    prices,
  };
}

async function currentPrices(ctx: Context, versionIds: string[]): Promise<NowFacts["prices"]> {
  const versions = await db().modelVersion.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: versionIds } },
    select: pricedVersionSelect,
    take: versionIds.length,
  });
  const prices = await resolvePrices(ctx, versions, ctx.now);
  return new Map(
    versions.flatMap(({ id }, index) => {
      const price = prices[index];
      if (price === undefined) return [];
      const { inputPrice, outputPrice, cachedInputPrice } = price;
      return [[id, { inputPrice, outputPrice, cachedInputPrice }]];
    }),
  );
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
