import { expect, test } from "vitest";
import { outputTokensPerSecond } from "./output-speed.ts";

test.each([
  ["after the first piece", { completionTokens: 101, latencyMs: 2_500, timeToFirstTokenMs: 500 }, 50],
  ["over the whole call", { completionTokens: 100, latencyMs: 2_000, timeToFirstTokenMs: null }, 50],
  ["one token has no speed", { completionTokens: 1, latencyMs: 300, timeToFirstTokenMs: 300 }, null],
  ["all at once", { completionTokens: 9, latencyMs: 300, timeToFirstTokenMs: 300 }, null],
  ["not reported", { completionTokens: null, latencyMs: 300, timeToFirstTokenMs: 20 }, null],
  ["not measured", { completionTokens: 9, latencyMs: null, timeToFirstTokenMs: null }, null],
])("%s", (_name, attempt, speed) => {
  expect(outputTokensPerSecond(attempt)).toBe(speed);
});
