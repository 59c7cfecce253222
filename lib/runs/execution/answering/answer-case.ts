import { setTimeout as sleep } from "node:timers/promises";
import type { VersionCase } from "#lib/datasets/stream-version-cases.ts";
import { costMicroUsd } from "#lib/models/cost.ts";
import { isHopeless } from "#lib/providers/failures/is-hopeless.ts";
import { retryDelayMs } from "#lib/providers/failures/retry-delay.ts";
import { limitPauseMs } from "#lib/providers/http/limit-pause.ts";
import type { Provider, Usage } from "#lib/providers/provider.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import type { CallEnd, Permit } from "../../limits/connection-gate.ts";
import type { RunPlan } from "../run-plan.ts";
import type { ShardSignals } from "../shard/keep-lease.ts";
import type { AttemptRecord } from "../storing/attempt-record.ts";
import type { CircuitBreaker } from "./circuit-breaker.ts";
import { prepareRequest } from "./prepare-request.ts";

/** A server may say "too many" this often to one attempt: what it waits for is bounded by time first. */
const limitedTries = 100;
/** Nothing is tried for longer than this. */
const attemptCeilingMs = 60 * 60_000;

export type Caller = {
  plan: RunPlan;
  /** Rejects with an `AppError` where the model's pins cannot be worked with. */
  provider(): Promise<Provider>;
  breaker: CircuitBreaker;
  signals: ShardSignals;
  /** Waits until a call may be made; null when none may be made any more. */
  enter(): Promise<Permit | null>;
};

/** `settle` gives the permit back; the caller does so when the attempt is stored, so that what is not stored yet counts as under way. */
export type EndedAttempt = { type: "ended"; attempt: AttemptRecord; settle(): void };
export type NoAttempt = { type: "halted" } | { type: "opened"; reason: string };

/**
 * Gets one answer, with repeats where they can help. `halted` and `opened` decide nothing about the attempt: the run stops before
 * it, or makes no sense to go on with for the reason given.
 */
export async function answerCase(
  { plan, provider, breaker, signals, enter }: Caller,
  subject: VersionCase,
  repetition: number,
): Promise<EndedAttempt | NoAttempt> {
  const begun = performance.now();
  const startedAt = new Date();
  const request = prepareRequest(plan, subject, repetition);
  let tries = 0;
  let limited = 0;
  const facts = () => ({
    caseId: subject.caseId,
    caseRevisionId: subject.revisionId,
    repetition,
    prompt: request.prompt,
    seed: request.seed,
    tries,
    startedAt,
    // By a clock that only goes forward: the machine's may be set while a call is under way.
    finishedAt: new Date(startedAt.getTime() + performance.now() - begun),
  });
  const errored = (failure: ProviderError): EndedAttempt => ({
    type: "ended",
    attempt: {
      ...facts(),
      outcome: "errored",
      errorClass: failure.errorClass,
      errorCode: failure.code,
      errorMessage: failure.message,
      hopeless: isHopeless(failure),
    },
    settle: () => undefined,
  });
  if (request.failure !== null) return errored(request.failure);
  const model = await provider();
  for (;;) {
    const permit = await enter();
    if (permit === null) return { type: "halted" };
    tries += 1;
    try {
      const answer = await model.answer(request.body, signals.abort);
      breaker.succeeded();
      const { recordedCostMicroUsd: recorded } = answer;
      const cost = recorded ?? costMicroUsd(answer.usage, plan.prices);
      const end: CallEnd = {
        type: "succeeded",
        tokens: tokensOf(answer.usage),
        // What was paid elsewhere takes nothing from a budget here.
        costMicroUsd: recorded === undefined ? cost : 0,
        pauseMs: limitPauseMs(answer.rateLimit),
      };
      return {
        type: "ended",
        attempt: {
          ...facts(),
          ...answer,
          outcome: "answered",
          costMicroUsd: cost,
          fromCache: false,
        },
        settle: () => permit.end(end),
      };
    } catch (error) {
      const failure = asProviderError(error);
      const pauseMs = retryDelayMs(tries + 1, failure.retryAfterMs, Math.random());
      const isLimit = failure.errorClass === "rate-limit";
      permit.end(isLimit ? { type: "limited", pauseMs, reason: failure.message } : { type: "failed" });
      if (signals.abort.aborted) return { type: "halted" };
      const reason = breaker.failed(failure);
      if (reason !== null) return { type: "opened", reason };
      if (isLimit) limited += 1;
      const mayRepeat = isLimit ? limited < limitedTries : tries - limited < plan.maxTries;
      const isWorthIt = isLimit || failure.errorClass === "transient";
      if (!isWorthIt || !mayRepeat || performance.now() - begun > attemptCeilingMs) return errored(failure);
      // The limits hold everybody back after "too many"; after another failure this attempt alone waits.
      if (!isLimit) await sleep(pauseMs, undefined, { signal: signals.halted }).catch(() => undefined);
    }
  }
}

function tokensOf({ promptTokens, completionTokens }: Usage): number | null {
  if (promptTokens === null && completionTokens === null) return null;
  return (promptTokens ?? 0) + (completionTokens ?? 0);
}

function asProviderError(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ProviderError(`The model failed: ${message}`, { errorClass: "permanent" });
}
