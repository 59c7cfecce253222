import { describe, expect, test } from "vitest";
import { type Earner, earningsOf } from "./earnings.ts";
import { statedCost } from "./figures.ts";

const dollars = (usd: number) => usd * 1_000_000;
const earner = (runId: string, rate: number, usdPer1000: number | null): Earner => ({
  runId,
  passRate: { value: rate, lower: rate - 0.02, upper: rate + 0.02, n: 500, method: "Wilson interval" },
  costPer1000: usdPer1000 === null ? null : statedCost(dollars(usdPer1000)),
});
const stakes = {
  valueOfRightMicroUsd: dollars(50),
  costOfWrongMicroUsd: dollars(300),
  requestsPerMonth: 1_000,
};
const pair = (difference: number) => ({
  n: 500,
  difference,
  lower: difference - 0.01,
  upper: difference + 0.01,
  method: "Tango score interval",
});

describe("earningsOf", () => {
  test("a right answer of $50 against a wrong one of $300 breaks even at 85.7 %", () => {
    const earnings = earningsOf([earner("a", 0.9, 0)], stakes, () => null);
    expect(earnings?.rows[0]).toMatchObject({ breaksEven: "proven", behind: null, flipsAtMicroUsd: null });
    expect(earnings?.rows[0]?.breakEvenRate).toBeCloseTo(300 / 350, 12);
    // 1,000 · (0.9 · 50 - 0.1 · 300)
    expect(earnings?.rows[0]?.monthlyMicroUsd).toBeCloseTo(dollars(15_000), 3);
  });

  test("the lead is that of the pair, and the choice flips where the price has eaten it", () => {
    const earnings = earningsOf(
      [earner("cheap", 0.9, 1), earner("good", 0.92, 500)],
      stakes,
      (first, second) => (first === "good" && second === "cheap" ? pair(0.02) : null),
    );
    expect(earnings?.bestRunId).toBe("good");
    const behind = earnings?.rows.find(({ runId }) => runId === "cheap");
    // Of 1,000 requests two points are 20 more right answers at a swing of $350, for $499 more.
    expect(behind?.behind?.value).toBeCloseTo(dollars(20 * 350 - 499), 3);
    expect(behind?.behind?.lower).toBeCloseTo(dollars(10 * 350 - 499), 3);
    expect(behind?.behind?.upper).toBeCloseTo(dollars(30 * 350 - 499), 3);
    expect(behind?.flipsAtMicroUsd).toBeCloseTo(dollars(500 + 20 * 350 - 499), 3);
    const atThatPrice = earningsOf(
      [earner("cheap", 0.9, 1), earner("good", 0.92, 500 + 20 * 350 - 499)],
      stakes,
      () => null,
    );
    const [one, other] = atThatPrice?.rows ?? [];
    expect(one?.monthlyMicroUsd).toBeCloseTo(other?.monthlyMicroUsd ?? 0, 0);
  });

  test("models of unknown cost are left out, not taken as free", () => {
    expect(earningsOf([earner("a", 0.9, 1), earner("b", 0.99, null)], stakes, () => null)).toMatchObject({
      bestRunId: "a",
      leftOut: ["b"],
    });
    expect(earningsOf([earner("b", 0.99, null)], stakes, () => null)).toBeNull();
  });

  test("where even a model that is always right loses money, no rate breaks even", () => {
    const poor = { valueOfRightMicroUsd: 1, costOfWrongMicroUsd: 0, requestsPerMonth: 10 };
    expect(earningsOf([earner("a", 0.9, 5)], poor, () => null)?.rows[0]).toMatchObject({
      breakEvenRate: null,
      breaksEven: "proven not to",
    });
  });
});
