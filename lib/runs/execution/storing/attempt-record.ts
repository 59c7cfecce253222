import type { ChatMessage, Usage } from "#lib/providers/provider.ts";

type AttemptKey = { caseId: string; caseRevisionId: string; repetition: number };

type AttemptFacts = AttemptKey & {
  prompt: readonly ChatMessage[];
  seed: number | null;
  tries: number;
  startedAt: Date;
  finishedAt: Date;
};

export type AnsweredAttempt = AttemptFacts & {
  outcome: "answered";
  output: string;
  toolCalls: unknown;
  finishReason: string | null;
  servedModel: string | null;
  providerRequestId: string | null;
  latencyMs: number | null;
  timeToFirstTokenMs: number | null;
  usage: Usage;
  /** What the answer cost when it was made; null is unknown. */
  costMicroUsd: number | null;
  /** Nothing was paid for it this time. */
  fromCache: boolean;
};

export type ErroredAttempt = AttemptFacts & {
  outcome: "errored";
  errorClass: string;
  /** What happened, finer than the class; null where nobody said. */
  errorCode: string | null;
  errorMessage: string;
  /** Every other call would fail the same way (a revoked key): the attempt is made again when the run is resumed. */
  hopeless: boolean;
};

/** One case, one repetition, one try at a model answer, ended one way or the other. */
export type AttemptRecord = AnsweredAttempt | ErroredAttempt;

export function attemptKey(attempt: { caseId: string; repetition: number }): string {
  return `${attempt.caseId}/${attempt.repetition}`;
}
