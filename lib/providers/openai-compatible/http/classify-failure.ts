import type { ErrorClass } from "../../provider-error.ts";

export type Failure = { errorClass: ErrorClass; advice: string };

/** An exhausted account also answers 429, but waiting does not fill it. */
const accountEmpty =
  /insufficient_quota|insufficient balance|exceeded your current quota|credit balance is too low/i;

/** What an HTTP status that is not a success means for the caller; `words` is what the server said. */
export function classifyStatus(status: number, words: string): Failure {
  if (status === 402 || (status === 429 && accountEmpty.test(words))) {
    return { errorClass: "permanent", advice: "The account has no credit left: top it up at the provider." };
  }
  if (status === 429) return { errorClass: "rate-limit", advice: "Lower the concurrency or wait." };
  if (status === 401) return { errorClass: "permanent", advice: "Check the API key of the connection." };
  if (status === 403) return { errorClass: "permanent", advice: "The API key is not allowed to do this." };
  if (status === 404) return { errorClass: "permanent", advice: "Check the base URL and the model id." };
  if (status === 413) return { errorClass: "permanent", advice: "The prompt is too long for this server." };
  if (status >= 300 && status < 400) {
    return {
      errorClass: "permanent",
      advice: "Redirects are not followed: use the final address as base URL.",
    };
  }
  if (status === 501 || status === 505) {
    return { errorClass: "permanent", advice: "The server cannot do this: check the base URL." };
  }
  if (status >= 500 || status === 408 || status === 409 || status === 425) {
    return { errorClass: "transient", advice: "The server has a problem of its own: try again." };
  }
  return { errorClass: "permanent", advice: "Check the model id and its parameters." };
}

/** An `error` object inside an answer with status 200 or inside a stream. `code` is its `code` or `type`. */
export function classifyInBandError(code: string | number | null, words: string): Failure {
  const status = Number(code);
  if (Number.isInteger(status) && status >= 400 && status < 600) return classifyStatus(status, words);
  const name = String(code ?? "").toLowerCase();
  if (accountEmpty.test(name)) return classifyStatus(402, words);
  if (/rate.?limit|too.?many.?requests/.test(name)) return classifyStatus(429, words);
  if (/overload|server.?error|internal|unavailable|timeout/.test(name)) return classifyStatus(500, words);
  return { errorClass: "bad-answer", advice: "The server sent an error in place of an answer." };
}

/** A connection that failed before or during the answer; `code` is the error code of Node or undici. */
export function classifyNetworkError(code: string): Failure {
  if (code === "ECONNREFUSED") {
    return {
      errorClass: "transient",
      advice: "Nothing listens there: check that the server runs and the port is right.",
    };
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return {
      errorClass: "transient",
      advice: "The host name cannot be found: check the base URL and the network.",
    };
  }
  if (/TIMEOUT|ETIMEDOUT/.test(code)) {
    return { errorClass: "transient", advice: "It took too long: try again, or allow more time." };
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(code)) {
    return { errorClass: "permanent", advice: "The server's certificate is not trusted." };
  }
  if (/^ERR_SSL|EPROTO/.test(code)) {
    return {
      errorClass: "permanent",
      advice: "The server does not speak TLS there: check http or https in the base URL.",
    };
  }
  if (/UND_ERR_(?:INVALID_ARG|NOT_SUPPORTED)|ERR_INVALID/.test(code)) {
    return {
      errorClass: "permanent",
      advice: "Check the API key and the extra headers for characters that are not allowed.",
    };
  }
  if (/UND_ERR_(?:DESTROYED|CLOSED)/.test(code)) {
    return { errorClass: "cancelled", advice: "The connection was closed on our side." };
  }
  return { errorClass: "transient", advice: "The connection broke: try again." };
}
