import type { ErrorClass, ErrorCode } from "../provider-error.ts";

/** What a failed call means: what to do, what happened, and a sentence of advice for a person. */
export type Failure = { errorClass: ErrorClass; code: ErrorCode; advice: string };
