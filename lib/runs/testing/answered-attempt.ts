import type { AnsweredAttempt } from "../execution/storing/attempt-record.ts";

/** An answer as a model gave it, for tests that store one without asking anybody. */
export function answeredAttempt(caseId: string, caseRevisionId: string, output: string): AnsweredAttempt {
  return {
    caseId,
    caseRevisionId,
    repetition: 1,
    prompt: [],
    seed: null,
    toolCalls: null,
    fromCache: false,
    tries: 1,
    startedAt: new Date(),
    finishedAt: new Date(),
    outcome: "answered",
    output,
    finishReason: "stop",
    servedModel: null,
    providerRequestId: null,
    latencyMs: 5,
    timeToFirstTokenMs: null,
    usage: { promptTokens: 1, completionTokens: 3, cachedTokens: null, reasoningTokens: null },
    costMicroUsd: 7,
  };
}
