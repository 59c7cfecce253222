import type { Context } from "#lib/context/context.ts";
import { contentHash } from "#lib/ids/content-hash.ts";
import type { Provider } from "#lib/providers/provider.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { createRecordedProvider } from "#lib/providers/recorded/recorded-provider.ts";
import { type CallTarget, getCallTarget } from "./connections/get-call-target.ts";
import { buildCalledProvider } from "./connections/kinds/build-called-provider.ts";
import { openTarget } from "./connections/open-target.ts";
import { getModelVersion } from "./get-model-version.ts";
import { findRecordedAnswers } from "./recorded/find-recorded-answers.ts";
import { buildBuiltInProvider } from "./versions/build-built-in-provider.ts";
import type { ModelVersion } from "./versions/model-version.ts";

type Opened = { targetHash: string; provider: Promise<Provider> };

/** A trained model can take tens of megabytes; the least recently used is let go. */
const MAX_OPEN = 16;
const opened = new Map<string, Opened>();

/**
 * The provider of a model version, ready to answer: with its key unsealed, or trained on its training version. One per
 * process and version, shared by all callers, so closing it does nothing; `closeProviders` closes them all. A version never
 * changes, but its connection may: after a new key or address the next call opens anew, and whoever has the old one goes on with it.
 */
export async function openProvider(ctx: Context, modelVersionId: string): Promise<Provider> {
  const version = await getModelVersion(ctx, modelVersionId);
  const target = version.connection === null ? null : await getCallTarget(ctx, version.connection.id);
  const targetHash = contentHash(target);
  const known = opened.get(version.id);
  const entry =
    known?.targetHash === targetHash ? known : { targetHash, provider: build(ctx, version, target) };
  opened.delete(version.id);
  opened.set(version.id, entry);
  letGoOfOldest();
  try {
    const provider = await entry.provider;
    return { answer: (request, signal) => provider.answer(request, signal), close: async () => {} };
  } catch (error) {
    if (opened.get(version.id) === entry) opened.delete(version.id);
    throw error;
  }
}

/** For the end of a process. */
export async function closeProviders(): Promise<void> {
  const entries = [...opened.values()];
  opened.clear();
  const settled = await Promise.allSettled(entries.map((entry) => entry.provider));
  await Promise.allSettled(
    settled.map((result) => (result.status === "fulfilled" ? result.value.close() : null)),
  );
}

async function build(ctx: Context, version: ModelVersion, target: CallTarget | null): Promise<Provider> {
  if (target !== null && version.providerModel !== null) {
    return await buildCalledProvider(openTarget(target), version.providerModel);
  }
  if (version.provider === "recorded") {
    return createRecordedProvider((keys) => findRecordedAnswers(ctx, version.id, keys));
  }
  const { builtInKind, builtInConfig, trainingVersionId, trainingSplits } = version;
  if (builtInKind === null) {
    throw new ProviderError(
      `Version ${version.number} of the model "${version.modelName}" names neither a server nor a built-in model.`,
      { errorClass: "permanent" },
    );
  }
  const spec = { builtInKind, builtInConfig: builtInConfig ?? {}, trainingVersionId, trainingSplits };
  return await buildBuiltInProvider(ctx, spec);
}

/** Not closed: a run may be using it. Its idle sockets close by themselves, and the rest is garbage. */
function letGoOfOldest(): void {
  const [oldest] = opened.keys();
  if (opened.size > MAX_OPEN && oldest !== undefined) opened.delete(oldest);
}
