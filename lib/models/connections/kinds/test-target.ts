import { AppError } from "#lib/errors/app-error.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { buildCalledProvider, type OpenTarget } from "./build-called-provider.ts";
import { listModelsOf } from "./list-models-of.ts";
import { sampleRequest } from "./sample-request.ts";

export type ConnectionTest =
  /** `models` is null for a kind that has no list, `answer` when none was asked for. */
  | { ok: true; models: string[] | null; answer: string | null; latencyMs: number }
  | { ok: false; message: string; status: number | null };

const noList: ReadonlySet<number | null> = new Set([404, 405, 501]);
const shownAnswerChars = 2000;

/**
 * Whether a connection works: lists its models, and asks for one short answer where a model is named, because some servers
 * list models without looking at the key, and where there is no list. Never rejects but for an address that is refused.
 */
export async function testTarget(target: OpenTarget, model: string): Promise<ConnectionTest> {
  const startedAt = performance.now();
  try {
    const models = await listModelsOf(target).catch((error: unknown) => {
      if (model !== "" && error instanceof ProviderError && noList.has(error.status)) return [];
      throw error;
    });
    if (models !== null && model === "") {
      return { ok: true, models, answer: null, latencyMs: performance.now() - startedAt };
    }
    return { ok: true, models, ...(await ask(target, model)) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof ProviderError) return { ok: false, message: error.message, status: error.status };
    return { ok: false, message: error instanceof Error ? error.message : String(error), status: null };
  }
}

async function ask(target: OpenTarget, model: string): Promise<{ answer: string; latencyMs: number }> {
  const provider = await buildCalledProvider(target, model);
  try {
    const startedAt = performance.now();
    const { output, latencyMs } = await provider.answer(sampleRequest(target), new AbortController().signal);
    const answer = output.slice(0, shownAnswerChars);
    return { answer, latencyMs: latencyMs ?? performance.now() - startedAt };
  } finally {
    await provider.close();
  }
}
