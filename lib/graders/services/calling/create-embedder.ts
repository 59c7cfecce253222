import type { Context } from "#lib/context/context.ts";
import { withPatience } from "#lib/db/with-patience.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { type CallTarget, getCallTarget } from "#lib/models/connections/get-call-target.ts";
import { openTarget } from "#lib/models/connections/open-target.ts";
import { refuseMetadataHost } from "#lib/models/connections/refuse-metadata-host.ts";
import { costMicroUsd, type Prices } from "#lib/models/cost.ts";
import { resolvePrice } from "#lib/models/prices/resolve-price.ts";
import {
  createEmbeddingClient,
  type EmbeddingClient,
} from "#lib/providers/openai-compatible/embeddings/embedding-client.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import type { GradeUsage } from "../../grader-kind.ts";
import type { Embedder } from "../embedder.ts";
import { type CallPrices, embeddingKey } from "../prices/call-prices.ts";
import { embeddingVersion } from "../prices/resolve-call-prices.ts";
import { addUsage, noUsage } from "../usage.ts";
import type { CallLimits } from "./call-limits.ts";
import { findEmbeddings, keepEmbeddings, type StoredVector, textHash } from "./embedding-cache.ts";
import { embeddingConnectionKinds } from "./embedding-connection-kinds.ts";
import { repeatCall } from "./repeat-call.ts";

const textsPerCall = 64;
const patienceMs = 10 * 60_000;

type OpenModel = {
  connectionId: string;
  baseUrl: string;
  model: string;
  client: EmbeddingClient;
  prices: Prices;
};
type Text = { text: string; hash: Buffer };

/**
 * Embeds texts over connections of the workspace. What the workspace has embedded before with the same model comes from its cache and
 * costs nothing. Vectors are rounded to 32-bit floats also when they are fresh, so that a repeated grade is the same grade.
 */
export function createEmbedder(ctx: Context, limits: CallLimits, prices: CallPrices): Embedder {
  const models = new Map<string, Promise<OpenModel>>();
  const openOnce = async (connectionId: string, model: string): Promise<OpenModel> => {
    const key = embeddingKey({ connectionId, model });
    const known = models.get(key) ?? withPatience(patienceMs, () => open(ctx, connectionId, model, prices));
    models.set(key, known);
    known.catch(() => models.delete(key));
    return await known;
  };
  return {
    async embed({ connectionId, model, texts }, signal) {
      let usage: GradeUsage = noUsage;
      try {
        const opened = await openOnce(connectionId, model);
        const wanted = texts.map((text) => ({ text, hash: textHash(opened.baseUrl, text) }));
        const place = { connectionId, model };
        const found = await withPatience(patienceMs, () =>
          findEmbeddings(
            ctx,
            place,
            wanted.map(({ hash }) => hash),
          ),
        );
        const missing = [...new Map(wanted.map((one) => [one.hash.toString("hex"), one])).values()].filter(
          ({ hash }) => !found.has(hash.toString("hex")),
        );
        for (let from = 0; from < missing.length; from += textsPerCall) {
          const batch = missing.slice(from, from + textsPerCall);
          const fresh = await embedBatch(limits, opened, batch, signal);
          usage = addUsage([usage, fresh.usage]);
          for (const one of fresh.vectors) found.set(one.hash.toString("hex"), one.vector);
          await withPatience(patienceMs, () => keepEmbeddings(ctx, place, fresh.vectors));
        }
        const vectors = wanted.flatMap(({ hash }) => found.get(hash.toString("hex")) ?? []);
        if (new Set(vectors.map(({ length }) => length)).size > 1) {
          const reason =
            "The server now gives vectors of another length than it gave before. Use a connection of its own for the new model.";
          return { type: "failed", reason, usage };
        }
        return { type: "embedded", vectors: vectors.map((vector) => [...vector]), usage };
      } catch (error) {
        if (error instanceof AppError) {
          return { type: "failed", reason: `The embedding model cannot be asked: ${error.message}`, usage };
        }
        if (!(error instanceof ProviderError) || signal.aborted) throw error;
        return { type: "failed", reason: `The texts could not be embedded: ${error.message}`, usage };
      }
    },
  };
}

async function open(
  ctx: Context,
  connectionId: string,
  model: string,
  { pinned, at }: CallPrices,
): Promise<OpenModel> {
  const target: CallTarget = await getCallTarget(ctx, connectionId);
  if (!embeddingConnectionKinds.some((kind) => kind === target.kind)) {
    throw new AppError(
      "invalid",
      `The connection ${target.name} has no embeddings endpoint that Touchstone can call.`,
    );
  }
  await refuseMetadataHost(target.baseUrl);
  const { baseUrl, apiKey, timeoutSeconds, maxConcurrency } = openTarget(target);
  const prices =
    pinned[embeddingKey({ connectionId, model })] ??
    (await resolvePrice(ctx, embeddingVersion(baseUrl, model), at));
  const client = createEmbeddingClient({
    baseUrl,
    apiKey,
    model,
    timeoutSeconds,
    connections: maxConcurrency,
  });
  return { connectionId, baseUrl, model, client, prices };
}

async function embedBatch(
  limits: CallLimits,
  { connectionId, model, client, prices }: OpenModel,
  texts: readonly Text[],
  signal: AbortSignal,
): Promise<{ vectors: StoredVector[]; usage: GradeUsage }> {
  const key = `${connectionId}/${model}`;
  const call = async () => {
    const { vectors, promptTokens, rateLimit } = await client.embed(
      texts.map(({ text }) => text.toWellFormed()),
      signal,
    );
    // An embedding has no output that could cost anything.
    const priced = { ...prices, outputPrice: prices.outputPrice ?? 0 };
    const cost = costMicroUsd({ promptTokens, completionTokens: 0 }, priced);
    const usage: GradeUsage = {
      calls: 1,
      promptTokens,
      completionTokens: 0,
      costMicroUsd: cost,
      models: [model],
    };
    const stored = texts.flatMap(({ hash }, index) => {
      const vector = vectors[index];
      return vector === undefined ? [] : [{ hash, vector }];
    });
    return { value: { vectors: stored, usage }, tokens: promptTokens, costMicroUsd: cost, rateLimit };
  };
  return await repeatCall(limits, { connectionId, key }, call, signal);
}
