import { expect, test } from "vitest";
import { costText, timeText, tokensText, totalCostText } from "./estimate-text.ts";

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

test.each([
  [{ low: 1e6, high: 2e6 }, 0, [], "Estimate: $1.00 to $2.00"],
  [{ low: 1e6, high: 2e6 }, 1, [], "Estimate: $1.00 to $2.00 and the unknown cost of one run"],
  [{ low: 1e6, high: 2e6 }, 0, ["Tone"], "Estimate: $1.00 to $2.00 and the unknown cost of judging by Tone"],
  [
    { low: 1e6, high: null },
    2,
    ["Tone", "Facts"],
    "Estimate: at least $1.00 and the unknown cost of 2 runs, and of judging by Tone and Facts",
  ],
  [{ low: 0, high: 0 }, 3, [], "Cost unknown"],
  [{ low: 5e5, high: 1e6 }, 3, [], "Estimate: $0.50 to $1.00 and the unknown cost of 3 runs"],
])("the sum %j with unknown %j %j says so", (costMicroUsd, costUnknown, judgingUnknown, text) => {
  expect(totalCostText({ costMicroUsd, costUnknown, judgingUnknown, seconds: null }, 3)).toBe(text);
});

test("tokens are rounded to what is known of them", () => {
  expect(tokensText({ low: 12_345, high: 15_678 }, "in")).toBe("12,000 to 16,000 tokens in");
  expect(tokensText({ low: 60, high: null }, "out")).toBe("at least 60 tokens out");
});

test("a time is never shorter than a second", () => {
  expect(timeText(0.01)).toBe(timeText(1));
  expect(timeText(200)).toContain("3");
});
