import type { Failure } from "./failure.ts";
import { recogniseWords } from "./recognise-words.ts";

/** What an HTTP status that is not a success means for the caller; `body` is what the server sent with it. */
export function classifyStatus(status: number, body: string): Failure {
  if (status === 402) return permanent("quota", "The account has no credit left: top it up at the provider.");
  if (status === 401) return permanent("auth", "Check the API key of the connection.");
  if (status === 404) return permanent("not-found", "Check the base URL and the model id.");
  const told = status >= 400 ? recogniseWords(body) : null;
  if (told !== null) return told;
  if (status === 429) {
    return { errorClass: "rate-limit", code: "rate-limit", advice: "Lower the concurrency or wait." };
  }
  if (status === 403) return permanent("auth", "The API key is not allowed to do this.");
  if (status === 413) return permanent("context-too-long", "The prompt is too long for this server.");
  if (status >= 300 && status < 400) {
    return permanent("bad-request", "Redirects are not followed: use the final address as base URL.");
  }
  if (status === 501 || status === 505) {
    return permanent("bad-request", "The server cannot do this: check the base URL.");
  }
  if (status === 408 || status === 504) {
    return { errorClass: "transient", code: "timeout", advice: "It took the server too long: try again." };
  }
  if (status >= 500 || status === 409 || status === 425) {
    const advice = "The server has a problem of its own: try again.";
    return { errorClass: "transient", code: "server-error", advice };
  }
  return permanent("bad-request", "Check the model id and its parameters.");
}

/** An `error` object inside an answer with status 200 or inside a stream. `code` is its `code` or `type`. */
export function classifyInBandError(code: string | number | null, body: string): Failure {
  const status = Number(code);
  if (Number.isInteger(status) && status >= 400 && status < 600) return classifyStatus(status, body);
  const name = String(code ?? "").toLowerCase();
  const told = recogniseWords(name) ?? recogniseWords(body);
  if (told !== null) return told;
  if (/rate.?limit|too.?many.?requests/.test(name)) return classifyStatus(429, "");
  if (/overload|server.?error|internal|unavailable|timeout|api_error/.test(name))
    return classifyStatus(500, "");
  if (/authentication|permission/.test(name)) return classifyStatus(401, "");
  const advice = "The server sent an error in place of an answer.";
  return { errorClass: "bad-answer", code: "bad-answer", advice };
}

function permanent(code: Failure["code"], advice: string): Failure {
  return { errorClass: "permanent", code, advice };
}
