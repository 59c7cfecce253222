import { expect, it } from "vitest";
import { readRetryAfter } from "./read-retry-after.ts";

const now = Date.parse("2026-01-01T00:00:00Z");

it.each<[Record<string, string>, number | null]>([
  [{}, null],
  [{ "retry-after": "2" }, 2000],
  [{ "retry-after": "0.5" }, 500],
  [{ "retry-after-ms": "123.4", "retry-after": "9" }, 124],
  [{ "retry-after": "Thu, 01 Jan 2026 00:00:30 GMT" }, 30_000],
  [{ "retry-after": "Thu, 01 Jan 2020 00:00:30 GMT" }, 0],
  [{ "retry-after": "99999999999" }, 86_400_000],
  [{ "retry-after": "soon" }, null],
  [{ "retry-after": "-1x" }, null],
])("%j", (headers, waitMs) => {
  expect(readRetryAfter(headers, now)).toBe(waitMs);
});
