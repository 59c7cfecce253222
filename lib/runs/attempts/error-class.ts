const words: Readonly<Record<string, readonly [label: string, meaning: string]>> = {
  "rate-limit": ["Rate limit", "The provider said “too many” until all tries were used up."],
  transient: [
    "Passing failure",
    "A time-out, a broken connection or a failure on the server's side, at every try.",
  ],
  permanent: ["Refused", "The same request would be refused again: correct the model, its key or the case."],
  "bad-answer": ["Unreadable answer", "The server answered with something that is no answer."],
  cancelled: ["Cancelled", "The run was stopped while the call was under way."],
  timeout: ["Time-out", "No whole answer came in the time that the connection allows, at every try."],
  connection: [
    "Broken connection",
    "The server could not be reached, or the connection broke, at every try.",
  ],
  "server-error": ["Failure of the server", "The server said that it failed, at every try."],
  auth: ["Key refused", "The server does not take the key: enter another one on the page of the connection."],
  "not-found": ["Not found", "The server knows no such model or address: correct the model."],
  "context-too-long": [
    "Context too long",
    "Prompt and answer do not fit into the model's context: shorten the case or the prompt, or take another model.",
  ],
  "content-filter": ["Content filter", "The provider's filter refused the request or its answer."],
  quota: [
    "No credit left",
    "The account at the provider is used up: add credit there, then try these attempts again.",
  ],
  "bad-request": [
    "Refused request",
    "The server calls the request wrong: correct the parameters of the model or the case.",
  ],
};

/** What is kept of an attempt that errored: its class, and what happened more exactly where that is known. */
export type AttemptError = { errorClass: string | null; errorCode: string | null };

/** The finest that is known of an error; null for an attempt that did not err. */
export function errorCodeOf({ errorClass, errorCode }: AttemptError): string | null {
  return errorCode ?? errorClass;
}

/** The same in words. */
export function errorNameOf(error: AttemptError): string | null {
  const code = errorCodeOf(error);
  return code === null ? null : errorClassLabel(code);
}

/** A class of errors, or the finer code of one, in words. */
export function errorClassLabel(errorClass: string): string {
  return Object.hasOwn(words, errorClass) ? (words[errorClass]?.[0] ?? errorClass) : errorClass;
}

/** What it means and what to do, or null for one that is not known. */
export function errorClassMeaning(errorClass: string): string | null {
  return Object.hasOwn(words, errorClass) ? (words[errorClass]?.[1] ?? null) : null;
}
