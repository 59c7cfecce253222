import { expect, test } from "vitest";
import type { Range } from "#lib/runs/starting/estimate/estimate-cost.ts";
import { costText, runCostText, timeText, tokensText, totalCostText } from "./estimate-text.ts";

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

const part = (costMicroUsd: Range | null) => ({ costMicroUsd, costUnknownBecause: "its price is unknown" });
const cheap = part({ low: 1e6, high: 2e6 });

test.each([
  ["answers alone", cheap, [], "$1.00 to $2.00"],
  ["answers and judging", cheap, [cheap, cheap], "$3.00 to $6.00"],
  ["a judge without a price", cheap, [part(null)], "$1.00 to $2.00 and an unknown part"],
  ["nothing known", part(null), [], "cost unknown: its price is unknown"],
  ["nothing known of either", part(null), [part(null)], "cost unknown"],
])("the cost of %s", (_name, estimate, judging, text) => {
  expect(runCostText({ estimate, judging })).toBe(text);
});

test("tokens are rounded to what is known of them", () => {
  expect(tokensText({ low: 12_345, high: 15_678 }, "in")).toBe("12,000 to 16,000 tokens in");
  expect(tokensText({ low: 60, high: null }, "out")).toBe("at least 60 tokens out");
});

test("a time is never shorter than a second", () => {
  expect(timeText(0.01)).toBe(timeText(1));
  expect(timeText(200)).toContain("3");
});
