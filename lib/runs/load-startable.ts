import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { PinnedPrices } from "#lib/graders/services/prices/call-prices.ts";
import { resolveCallPrices } from "#lib/graders/services/prices/resolve-call-prices.ts";
import type { VerdictRule } from "#lib/graders/verdict/verdict-rule.ts";
import { verdictRuleSchema } from "#lib/graders/verdict/verdict-rule-schema.ts";
import { type ResolvedPrice, unknownPrice } from "#lib/models/prices/choose-price.ts";
import { pricedVersionSelect, resolvePrices } from "#lib/models/prices/resolve-price.ts";

export type StartableModel = {
  versionId: string;
  name: string;
  concurrency: number;
  /** As of now: a run is billed with the prices that it was started with. */
  price: ResolvedPrice;
};

export type Startable = {
  datasetId: string;
  datasetName: string;
  versionNumber: number;
  /** Of the dataset: runs have it unless they are given another one. */
  verdictRule: VerdictRule;
  models: StartableModel[];
  /** Of those whom the graders ask, as of now too. */
  judgePrices: PinnedPrices;
};

type Pins = { datasetVersionId: string; modelVersionIds: string[]; graderVersionIds: string[] };

/** Built-in models compute on the worker's own processor: more than one at a time gains nothing. */
const builtInConcurrency = 1;

/** Checks that everything the runs would pin exists in this workspace and is not archived. */
export async function loadStartable(ctx: Context, pins: Pins): Promise<Startable> {
  const scope = { workspaceId: ctx.workspaceId };
  const [version, models, graders] = await Promise.all([
    db().datasetVersion.findFirst({
      where: { ...scope, id: pins.datasetVersionId },
      select: {
        number: true,
        dataset: { select: { id: true, name: true, archivedAt: true, verdictRule: true } },
      },
    }),
    db().modelVersion.findMany({
      where: { ...scope, id: { in: pins.modelVersionIds } },
      select: {
        ...pricedVersionSelect,
        connection: { select: { baseUrl: true, maxConcurrency: true, archivedAt: true, name: true } },
        model: { select: { name: true, archivedAt: true } },
      },
    }),
    db().graderVersion.findMany({
      where: { ...scope, id: { in: pins.graderVersionIds } },
      select: { kind: true, config: true },
    }),
  ]);
  if (version === null)
    throw new AppError("not-found", "There is no dataset version with this id in this workspace.");
  if (version.dataset.archivedAt !== null) {
    throw new AppError("conflict", `The dataset ${version.dataset.name} is archived. Restore it first.`);
  }
  if (new Set(pins.graderVersionIds).size !== graders.length) {
    throw new AppError(
      "not-found",
      "One of the graders does not exist in this workspace. Reload the page and choose again.",
    );
  }
  const chosen = [...new Set(pins.modelVersionIds)].map((id) => usableModel(models, id));
  const [prices, judgePrices] = await Promise.all([
    resolvePrices(ctx, chosen, ctx.now),
    resolveCallPrices(ctx, graders, ctx.now),
  ]);
  return {
    datasetId: version.dataset.id,
    datasetName: version.dataset.name,
    versionNumber: version.number,
    verdictRule: verdictRuleSchema.parse(version.dataset.verdictRule),
    models: chosen.map(({ id, model, connection }, index) => ({
      versionId: id,
      name: model.name,
      concurrency: connection?.maxConcurrency ?? builtInConcurrency,
      price: prices[index] ?? unknownPrice,
    })),
    judgePrices,
  };
}

type FoundModel = {
  id: string;
  connection: { archivedAt: Date | null; name: string } | null;
  model: { name: string; archivedAt: Date | null };
};

function usableModel<Found extends FoundModel>(models: readonly Found[], id: string): Found {
  const found = models.find((model) => model.id === id);
  if (found === undefined) {
    throw new AppError(
      "not-found",
      "One of the models does not exist in this workspace. Reload the page and choose again.",
    );
  }
  if (found.model.archivedAt !== null) {
    throw new AppError("conflict", `The model ${found.model.name} is archived. Restore it first.`);
  }
  if (found.connection?.archivedAt != null) {
    throw new AppError("conflict", `The connection ${found.connection.name} is archived. Restore it first.`);
  }
  return found;
}
