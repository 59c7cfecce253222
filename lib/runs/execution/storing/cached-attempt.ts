import type { VersionCase } from "#lib/datasets/stream-version-cases.ts";
import { prepareRequest } from "../answering/prepare-request.ts";
import type { RunPlan } from "../run-plan.ts";
import type { AnsweredAttempt } from "./attempt-record.ts";
import type { CachedAnswer } from "./cached-answers.ts";

/** The attempt that a cached answer makes: with the latency, tokens and cost of the call that made it, and marked. */
export function cachedAttempt(
  plan: RunPlan,
  subject: VersionCase,
  repetition: number,
  { promptTokens, completionTokens, cachedTokens, reasoningTokens, ...answer }: CachedAnswer,
): AnsweredAttempt {
  const { prompt, seed } = prepareRequest(plan, subject, repetition);
  const now = new Date();
  return {
    ...answer,
    outcome: "answered",
    caseId: subject.caseId,
    caseRevisionId: subject.revisionId,
    repetition,
    prompt,
    seed,
    tries: 0,
    startedAt: now,
    finishedAt: now,
    usage: { promptTokens, completionTokens, cachedTokens, reasoningTokens },
    fromCache: true,
  };
}
