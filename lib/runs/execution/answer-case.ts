import { setTimeout as sleep } from "node:timers/promises";
import type { VersionCase } from "#lib/datasets/stream-version-cases.ts";
import { costMicroUsd } from "#lib/models/cost.ts";
import { renderMessages } from "#lib/models/prompt-template.ts";
import type { ChatMessage, Provider } from "#lib/providers/provider.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import type { AttemptRecord } from "./attempt-record.ts";
import { retryDelayMs } from "./retry-delay.ts";
import type { RunPlan } from "./run-plan.ts";

/** Gets one answer, with repeats where they can help. Resolves to null only when `signal` ended it: then nothing was decided. */
export async function answerCase(
  plan: RunPlan,
  provider: Provider,
  subject: VersionCase,
  repetition: number,
  signal: AbortSignal,
): Promise<AttemptRecord | null> {
  const { modelVersion } = plan;
  let prompt: ChatMessage[] = [];
  const facts = () => ({
    caseId: subject.caseId,
    caseRevisionId: subject.revisionId,
    repetition,
    prompt,
    startedAt,
    finishedAt: new Date(),
  });
  const startedAt = new Date();
  for (let tries = 1; ; tries++) {
    try {
      // In here, because a case that lacks a field of the prompt is an error of that case alone.
      prompt = renderMessages(modelVersion.messages, subject);
      const answer = await provider.answer(
        {
          messages: prompt,
          input: subject.input,
          caseKey: subject.key,
          repetition,
          parameters: modelVersion.parameters,
        },
        signal,
      );
      const cost = costMicroUsd(answer.usage, modelVersion);
      return { ...facts(), ...answer, outcome: "answered", tries, costMicroUsd: cost };
    } catch (error) {
      if (signal.aborted) return null;
      const failure = asProviderError(error);
      if (!isWorthRepeating(failure) || tries >= plan.maxTries) {
        return {
          ...facts(),
          outcome: "errored",
          tries,
          errorClass: failure.errorClass,
          errorMessage: failure.message,
          status: failure.status,
        };
      }
      const pause = retryDelayMs(tries + 1, failure.retryAfterMs, Math.random());
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return null;
    }
  }
}

function isWorthRepeating(failure: ProviderError): boolean {
  return failure.errorClass === "rate-limit" || failure.errorClass === "transient";
}

function asProviderError(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ProviderError(`The model failed: ${message}`, { errorClass: "permanent" });
}
