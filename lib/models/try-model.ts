import { z } from "zod";
import { type Context, requireRole } from "#lib/context/context.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import type { Answer, ChatMessage, Provider } from "#lib/providers/provider.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { getCallTarget } from "./connections/get-call-target.ts";
import { buildCalledProvider } from "./connections/kinds/build-called-provider.ts";
import { openTarget } from "./connections/open-target.ts";
import { costMicroUsd } from "./cost.ts";
import { type ModelConfig, modelConfigSchema } from "./model-config.ts";
import { renderMessages } from "./prompt-template.ts";
import { buildBuiltInProvider } from "./versions/build-built-in-provider.ts";
import { checkModelConfig } from "./versions/check-model-config.ts";

export const tryModelInput = z.object({
  config: modelConfigSchema,
  input: z.unknown(),
  metadata: z.record(z.string(), z.unknown()).default({}),
  tags: z.array(z.string()).max(1000).default([]),
});
export type TryModelInput = z.input<typeof tryModelInput>;

export type ModelTrial =
  | { ok: true; prompt: ChatMessage[]; answer: Answer; costMicroUsd: number | null }
  | { ok: false; message: string };

const TIMEOUT_MS = 90_000;

/** One real call with a configuration that need not be stored yet; nothing of it is kept. */
export async function tryModel(ctx: Context, input: TryModelInput): Promise<ModelTrial> {
  requireRole(ctx, "editor", "try a model");
  const { config, ...values } = parseInput(tryModelInput, input);
  await checkModelConfig(ctx, config);
  let provider: Provider | null = null;
  try {
    const isServer = config.provider === "connection";
    const prompt = isServer ? renderMessages(config.messages, values) : [];
    provider = await openDraft(ctx, config);
    const answer = await provider.answer(
      {
        messages: prompt,
        input: values.input,
        caseKey: "trial",
        repetition: 1,
        metadata: values.metadata,
        tags: values.tags,
        parameters: isServer ? config.parameters : {},
      },
      AbortSignal.timeout(TIMEOUT_MS),
    );
    const prices = isServer ? config : { inputPrice: 0, outputPrice: 0 };
    return { ok: true, prompt, answer, costMicroUsd: costMicroUsd(answer.usage, prices) };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return { ok: false, message: sentenceOf(error) };
  } finally {
    await provider?.close();
  }
}

async function openDraft(ctx: Context, config: ModelConfig): Promise<Provider> {
  if (config.provider === "built_in") return await buildBuiltInProvider(ctx, config);
  const target = await getCallTarget(ctx, config.connectionId);
  return await buildCalledProvider({ ...openTarget(target), maxConcurrency: 1 }, config.providerModel);
}

function sentenceOf(error: ProviderError): string {
  return error.errorClass === "cancelled"
    ? `The model did not answer within ${TIMEOUT_MS / 1000} seconds.`
    : error.message;
}
