import type { ChatMessage, Usage } from "#lib/providers/provider.ts";

type AttemptKey = { caseId: string; caseRevisionId: string; repetition: number };

type AttemptFacts = AttemptKey & {
  prompt: readonly ChatMessage[];
  tries: number;
  startedAt: Date;
  finishedAt: Date;
};

export type AnsweredAttempt = AttemptFacts & {
  outcome: "answered";
  output: string;
  finishReason: string | null;
  servedModel: string | null;
  providerRequestId: string | null;
  latencyMs: number | null;
  timeToFirstTokenMs: number | null;
  usage: Usage;
  costMicroUsd: number | null;
};

export type ErroredAttempt = AttemptFacts & {
  outcome: "errored";
  errorClass: string;
  errorMessage: string;
  /** The HTTP status, when there was an answer. */
  status: number | null;
};

/** One case, one repetition, one try at a model answer, ended one way or the other. */
export type AttemptRecord = AnsweredAttempt | ErroredAttempt;

export function attemptKey(attempt: { caseId: string; repetition: number }): string {
  return `${attempt.caseId}/${attempt.repetition}`;
}
