/**
 * rate-limit: slow down and try again. transient: try again. permanent: the same request will fail again.
 * bad-answer: the server answered, but not with an answer that can be read. cancelled: our own signal.
 */
export type ErrorClass = "rate-limit" | "transient" | "permanent" | "bad-answer" | "cancelled";

type ProviderErrorDetails = { errorClass: ErrorClass; status?: number | null; retryAfterMs?: number | null };

/** Why a model call failed. The message is a sentence a person can act on and carries the server's own words, never a key. */
export class ProviderError extends Error {
  override readonly name = "ProviderError";
  readonly errorClass: ErrorClass;
  /** HTTP status, where there was one. */
  readonly status: number | null;
  /** How long the server asked to wait, where it did. */
  readonly retryAfterMs: number | null;

  constructor(message: string, { errorClass, status = null, retryAfterMs = null }: ProviderErrorDetails) {
    super(message);
    this.errorClass = errorClass;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}
