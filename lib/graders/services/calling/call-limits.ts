import type { ProviderError } from "#lib/providers/provider-error.ts";

export type CallEnd =
  | { type: "succeeded"; tokens: number | null; costMicroUsd: number | null; pauseMs: number }
  | { type: "failed" }
  | { type: "limited"; pauseMs: number; reason: string };

/** What calls of graders keep to: those of a run hold the limits that all workers share. */
export type CallLimits = {
  /** Waits for the right to make one call to a connection, given back by `end`. Null when none may be made any more. */
  enter(connectionId: string): Promise<{ end(how: CallEnd): void } | null>;
  /** Aborted when no new call may start. */
  halted: AbortSignal;
  /** How the calls of one model go on: whoever watches them may halt everything. */
  succeeded(key: string): void;
  failed(key: string, failure: ProviderError): void;
  /** Tries of one call, "too many" excluded. */
  maxTries: number;
  /** Tries of a call that fails as every other one would (a revoked key): enough for whoever watches to be sure. */
  hopelessTries: number;
};
