import type { VersionCase } from "#lib/datasets/stream-version-cases.ts";
import { renderMessages } from "#lib/models/prompt-template.ts";
import type { AnswerRequest, ChatMessage } from "#lib/providers/provider.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import type { RunPlan } from "../run-plan.ts";
import { answerCacheKey } from "./answer-cache-key.ts";

/** `failure`: a case that lacks a field of the prompt is an error of that case alone. */
export type PreparedRequest = { prompt: ChatMessage[]; seed: number | null } & (
  | { failure: null; body: AnswerRequest }
  | { failure: ProviderError }
);

/** What a case's repetition asks. A model with a seed gets another one for each repetition, and the same one in every run. */
export function prepareRequest(plan: RunPlan, subject: VersionCase, repetition: number): PreparedRequest {
  const { messages, parameters } = plan.modelVersion;
  const seed = parameters.seed === undefined ? null : parameters.seed + repetition - 1;
  try {
    const prompt = renderMessages(messages, subject);
    const request = {
      messages: prompt,
      input: subject.input,
      caseKey: subject.key,
      repetition,
      metadata: subject.metadata,
      tags: subject.tags,
      parameters,
    };
    return { prompt, seed, failure: null, body: seed === null ? request : { ...request, seed } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      prompt: [],
      seed,
      failure:
        error instanceof ProviderError ? error : new ProviderError(message, { errorClass: "permanent" }),
    };
  }
}

/** The key of the answer in the cache, or null for a request that cannot be made. */
export function cacheKeyOf(plan: RunPlan, subject: VersionCase, repetition: number): Buffer | null {
  const request = prepareRequest(plan, subject, repetition);
  if (request.failure !== null) return null;
  const { modelVersion, askedWith } = plan;
  const { input, key: caseKey, metadata, tags } = subject;
  const asked = askedWith === null ? null : { settings: askedWith, caseKey, metadata, tags };
  return answerCacheKey({ ...request, modelVersion, input, asked, repetition });
}
