import { expect, test } from "vitest";
import { costText, timeText, tokensText } from "./estimate-text.ts";

test.each([
  [{ low: 420_000, high: 550_000 }, "$0.42 to $0.55"],
  [{ low: 420_000, high: null }, "at least $0.42"],
  [{ low: 0, high: null }, "no upper end known"],
  [{ low: 0, high: 550_000 }, "up to $0.55"],
  [{ low: 0, high: 0 }, "$0.00"],
  [{ low: 1_001_000, high: 1_002_000 }, "$1.00"],
])("%j costs %s", (range, text) => {
  expect(costText(range)).toBe(text);
});

test("tokens are rounded to what is known of them", () => {
  expect(tokensText({ low: 12_345, high: 15_678 }, "in")).toBe("12,000 to 16,000 tokens in");
  expect(tokensText({ low: 60, high: null }, "out")).toBe("at least 60 tokens out");
});

test("a time is never shorter than a second", () => {
  expect(timeText(0.01)).toBe(timeText(1));
  expect(timeText(200)).toContain("3");
});
