const words: Readonly<Record<string, readonly [label: string, meaning: string]>> = {
  "rate-limit": ["Rate limit", "The provider said “too many” until all tries were used up."],
  transient: [
    "Passing failure",
    "A time-out, a broken connection or a failure on the server's side, at every try.",
  ],
  permanent: ["Refused", "The same request would be refused again: correct the model, its key or the case."],
  "bad-answer": ["Unreadable answer", "The server answered with something that is no answer."],
  cancelled: ["Cancelled", "The run was stopped while the call was under way."],
};

/** A class of errors in words. */
export function errorClassLabel(errorClass: string): string {
  return Object.hasOwn(words, errorClass) ? (words[errorClass]?.[0] ?? errorClass) : errorClass;
}

/** What the class means and what to do, or null for one that is not known. */
export function errorClassMeaning(errorClass: string): string | null {
  return Object.hasOwn(words, errorClass) ? (words[errorClass]?.[1] ?? null) : null;
}
