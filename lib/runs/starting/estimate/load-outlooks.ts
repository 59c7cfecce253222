import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { type ResolvedPrice, unknownPrice } from "#lib/models/prices/choose-price.ts";
import { resolvePrices } from "#lib/models/prices/resolve-price.ts";
import { modelVersionSelect, toModelVersion } from "#lib/models/versions/model-version.ts";
import { findAnswerHistory } from "./answer-history.ts";
import type { EstimateBasis, ModelOutlook } from "./estimate-basis.ts";
import { meanPromptCharacters } from "./prompt-characters.ts";

const builtInConcurrency = 1;
/** What recorded answers cost when they were made is not paid again. */
const nothingToPay: ResolvedPrice = { inputPrice: 0, outputPrice: 0, cachedInputPrice: 0, source: null };

export type OutlookInput = { versionIds: readonly string[]; datasetId: string };

const select = {
  ...modelVersionSelect,
  cachedInputPrice: true,
  connection: {
    select: { ...modelVersionSelect.connection.select, requestsPerMinute: true, tokensPerMinute: true },
  },
} as const;

/** What is known of model versions before they are run on a dataset, in the order of the ids; unknown ids are left out. */
export async function loadOutlooks(
  ctx: Context,
  { versionIds, datasetId }: OutlookInput,
): Promise<ModelOutlook[]> {
  const found = await db().modelVersion.findMany({
    where: { workspaceId: ctx.workspaceId, id: { in: [...versionIds] } },
    select,
  });
  const rows = versionIds.flatMap((id) => found.find((row) => row.id === id) ?? []);
  const prices = await resolvePrices(ctx, rows, ctx.now);
  return await Promise.all(
    rows.map(async (row, index) => ({
      ...limitsOf(row.connection),
      versionId: row.id,
      price: row.provider === "recorded" ? nothingToPay : (prices[index] ?? unknownPrice),
      basis: await basisOf(ctx, toModelVersion(row), { datasetId, before: ctx.now }),
    })),
  );
}

/** The same for a run that was started: what was known before it, with the prices that it was started with. */
export async function loadOutlookBefore(
  ctx: Context,
  run: { versionId: string; datasetId: string; createdAt: Date; price: ResolvedPrice },
): Promise<ModelOutlook | null> {
  const row = await db().modelVersion.findFirst({
    where: { workspaceId: ctx.workspaceId, id: run.versionId },
    select,
  });
  if (row === null) return null;
  const before = { datasetId: run.datasetId, before: run.createdAt };
  const basis = await basisOf(ctx, toModelVersion(row), before);
  return { ...limitsOf(row.connection), versionId: row.id, price: run.price, basis };
}

type Limits = {
  id: string;
  maxConcurrency: number;
  requestsPerMinute: number | null;
  tokensPerMinute: number | null;
};

function limitsOf(connection: Limits | null) {
  return {
    lane: connection?.id ?? "here",
    concurrency: connection?.maxConcurrency ?? builtInConcurrency,
    requestsPerMinute: connection?.requestsPerMinute ?? null,
    tokensPerMinute: connection?.tokensPerMinute ?? null,
  };
}

async function basisOf(
  ctx: Context,
  version: ReturnType<typeof toModelVersion>,
  scope: { datasetId: string; before: Date },
): Promise<EstimateBasis> {
  const { id: versionId, modelId, messages, parameters } = version;
  const history = await findAnswerHistory(ctx, { ...scope, versionId, modelId });
  if (history !== null) return history;
  if (version.provider !== "connection") return { kind: "nothing" };
  const promptCharacters = await meanPromptCharacters(ctx, { datasetId: scope.datasetId, messages });
  if (promptCharacters === null) return { kind: "nothing" };
  return { kind: "characters", promptCharacters, maxTokens: parameters.maxTokens ?? null };
}
