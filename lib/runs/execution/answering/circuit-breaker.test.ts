import { expect, test } from "vitest";
import { type ErrorClass, type ErrorCode, ProviderError } from "#lib/providers/provider-error.ts";
import { createCircuitBreaker } from "./circuit-breaker.ts";

const failure = (errorClass: ErrorClass, status: number | null = null, code?: ErrorCode) =>
  new ProviderError(`said ${status}`, { errorClass, status, ...(code !== undefined && { code }) });

/** Feeds a story to a breaker: seconds, and what happened then; gives the reason of the first opening. */
function openedBy(story: readonly (readonly [seconds: number, what: "ok" | ReturnType<typeof failure>])[]) {
  let ms = 0;
  const breaker = createCircuitBreaker(() => ms);
  for (const [seconds, what] of story) {
    ms = seconds * 1_000;
    if (what === "ok") breaker.succeeded();
    else {
      const reason = breaker.failed(what);
      if (reason !== null) return reason;
    }
  }
  return null;
}

const many = (count: number, what: "ok" | ReturnType<typeof failure>, from = 0, step = 0) =>
  Array.from({ length: count }, (_, i) => [from + i * step, what] as const);

test.each([
  ["a wrong key", many(5, failure("permanent", 401)), "said 401"],
  ["no permission", many(5, failure("permanent", 403)), "said 403"],
  ["a quota that is used up", many(5, failure("permanent", 429, "quota")), "said 429"],
  ["answers that were not recorded", many(50, failure("permanent", null, "not-found")), null],
  ["no such model", many(5, failure("permanent", 404)), "said 404"],
  [
    "four of them and a good answer",
    [...many(4, failure("permanent", 401)), [1, "ok"] as const, ...many(4, failure("permanent", 401))],
    null,
  ],
  ["requests that are refused one by one", many(50, failure("permanent", 400)), null],
  ["answers that cannot be read", many(50, failure("bad-answer", 200)), null],
  [
    "a server that is down for long",
    many(12, failure("transient", 503), 0, 2),
    "The provider has not answered for 20 seconds. The last of 11 calls: said 503",
  ],
  ["a server that stumbles for a moment", many(50, failure("transient", 503), 0, 0.2), null],
  ["few calls, however long", many(9, failure("transient"), 0, 60), null],
  [
    "an outage that one answer interrupts",
    [...many(9, failure("transient"), 0, 2), [18, "ok"] as const, ...many(9, failure("transient"), 19, 2)],
    null,
  ],
  ["too many requests", many(500, failure("rate-limit", 429), 0, 1), null],
])("%s", (_name, story, reason) => {
  expect(openedBy(story)).toBe(reason);
});
