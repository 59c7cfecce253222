const statusByCode = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  "too-many-requests": 429,
  unavailable: 503,
} as const;

export type AppErrorCode = keyof typeof statusByCode;

/** An error whose message may be shown to the user: it names the thing, where it is, and what to do next. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: AppErrorCode;
  /** Messages by form field, keyed by dotted path. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(code: AppErrorCode, message: string, fields: Readonly<Record<string, string>> = {}) {
    super(message);
    this.code = code;
    this.fields = fields;
  }

  get status(): number {
    return statusByCode[this.code];
  }
}
