import type { RateLimit } from "./provider.ts";

/**
 * rate-limit: slow down and try again. transient: try again. permanent: the same request will fail again.
 * bad-answer: the server answered, but not with an answer that can be read. cancelled: our own signal.
 */
export type ErrorClass = "rate-limit" | "transient" | "permanent" | "bad-answer" | "cancelled";

/** What happened, where `ErrorClass` says what to do about it. */
export type ErrorCode =
  | "rate-limit"
  | "timeout"
  | "connection"
  | "server-error"
  | "auth"
  | "not-found"
  | "context-too-long"
  | "content-filter"
  | "quota"
  | "bad-request"
  | "bad-answer"
  | "cancelled";

type ProviderErrorDetails = {
  errorClass: ErrorClass;
  /** Default: the broadest code of the class. */
  code?: ErrorCode;
  status?: number | null;
  retryAfterMs?: number | null;
  rateLimit?: RateLimit | null;
};

const broadestCode: Readonly<Record<ErrorClass, ErrorCode>> = {
  "rate-limit": "rate-limit",
  transient: "server-error",
  permanent: "bad-request",
  "bad-answer": "bad-answer",
  cancelled: "cancelled",
};

/** Why a model call failed. The message is a sentence a person can act on and carries the server's own words, never a key. */
export class ProviderError extends Error {
  override readonly name = "ProviderError";
  readonly errorClass: ErrorClass;
  readonly code: ErrorCode;
  /** HTTP status, where there was one. */
  readonly status: number | null;
  /** How long the server asked to wait, where it did. */
  readonly retryAfterMs: number | null;
  /** What the server said about its limits, where it did. */
  readonly rateLimit: RateLimit | null;

  constructor(message: string, details: ProviderErrorDetails) {
    super(message);
    this.errorClass = details.errorClass;
    this.code = details.code ?? broadestCode[details.errorClass];
    this.status = details.status ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.rateLimit = details.rateLimit ?? null;
  }
}
