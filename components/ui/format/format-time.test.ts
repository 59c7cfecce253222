import { expect, test } from "vitest";
import { formatRelative, formatUtc } from "./format-time.ts";

const now = new Date("2026-03-09T14:05:00Z");

test.each([
  ["2026-03-09T14:04:40Z", "just now"],
  ["2026-03-09T14:02:00Z", "3 min ago"],
  ["2026-03-09T13:05:00Z", "1 h ago"],
  ["2026-03-08T14:04:00Z", "1 day ago"],
  ["2026-02-20T14:05:00Z", "17 days ago"],
  ["2025-12-01T00:00:00Z", "2025-12-01"],
  ["2026-03-09T16:05:00Z", "in 2 h"],
  ["not a date", "–"],
])("%s reads %s", (value, expected) => {
  expect(formatRelative(new Date(value), now).replaceAll("\u202f", " ")).toBe(expected);
});

test("an absolute time names its zone", () => {
  expect(formatUtc(now)).toBe("2026-03-09 14:05 UTC");
  expect(formatUtc(new Date(Number.NaN))).toBe("–");
});
