import type { HttpClientSettings } from "../http/http-client.ts";
import { ProviderError } from "../provider-error.ts";
import { listModels } from "./list-models.ts";
import { createOpenAiCompatibleProvider } from "./openai-compatible-provider.ts";

type TestConnectionSettings = Pick<
  HttpClientSettings,
  "baseUrl" | "apiKey" | "headers" | "timeoutSeconds"
> & {
  /** Asked for one short answer, which costs a few tokens. */
  model?: string;
};

export type ConnectionTest =
  | { ok: true; models: string[]; latencyMs: number }
  | { ok: false; message: string; status: number | null };

const notFound = new Set([404, 405, 501]);

/**
 * Whether a connection works: lists the models and, if a model is named, asks it for an answer, because some servers list
 * models without looking at the key. Never rejects. `latencyMs` is that of the answer, or else of the list.
 */
export async function testConnection(
  settings: TestConnectionSettings,
  signal: AbortSignal = new AbortController().signal,
): Promise<ConnectionTest> {
  const startedAt = performance.now();
  try {
    const models = await listModels(settings, signal).catch((error: unknown) => {
      if (settings.model !== undefined && hasNoList(error)) return [];
      throw error;
    });
    if (settings.model === undefined) return { ok: true, models, latencyMs: performance.now() - startedAt };
    return {
      ok: true,
      models,
      latencyMs: await askForAnswer({ ...settings, model: settings.model }, signal),
    };
  } catch (error) {
    if (error instanceof ProviderError) return { ok: false, message: error.message, status: error.status };
    return { ok: false, message: error instanceof Error ? error.message : String(error), status: null };
  }
}

async function askForAnswer(
  settings: TestConnectionSettings & { model: string },
  signal: AbortSignal,
): Promise<number> {
  const provider = createOpenAiCompatibleProvider({ timeoutSeconds: 30, connections: 1, ...settings });
  try {
    const messages = [{ role: "user" as const, content: "Answer with the word OK and nothing else." }];
    const startedAt = performance.now();
    const request = { messages, input: null, caseKey: "test", repetition: 1, parameters: {} };
    const { latencyMs } = await provider.answer(request, signal);
    return latencyMs ?? performance.now() - startedAt;
  } finally {
    await provider.close();
  }
}

function hasNoList(error: unknown): boolean {
  return error instanceof ProviderError && error.status !== null && notFound.has(error.status);
}
