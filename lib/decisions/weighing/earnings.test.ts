import { describe, expect, test } from "vitest";
import { type Earner, earningsOf, type Pairs } from "./earnings.ts";
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

const nothing: Pairs = { quality: () => null, cost: () => null };

describe("earningsOf", () => {
  test("a right answer of $50 against a wrong one of $300 breaks even at 85.7 %", () => {
    const earnings = earningsOf([earner("a", 0.9, 0)], stakes, nothing);
    expect(earnings?.rows[0]).toMatchObject({ breaksEven: "proven", behind: null, flipsAtMicroUsd: null });
    expect(earnings?.rows[0]?.breakEvenRate).toBeCloseTo(300 / 350, 12);
    // 1,000 · (0.9 · 50 - 0.1 · 300)
    expect(earnings?.rows[0]?.monthlyMicroUsd).toBeCloseTo(dollars(15_000), 3);
  });

  test("the lead is that of the pair, and the choice flips where the price has eaten it", () => {
    const earnings = earningsOf([earner("cheap", 0.9, 1), earner("good", 0.92, 500)], stakes, {
      ...nothing,
      quality: (first, second) => (first === "good" && second === "cheap" ? pair(0.02) : null),
    });
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
      nothing,
    );
    const [one, other] = atThatPrice?.rows ?? [];
    expect(one?.monthlyMicroUsd).toBeCloseTo(other?.monthlyMicroUsd ?? 0, 0);
  });

  test("the doubt of the costs is in the interval of the lead, and with it their correlation", () => {
    const earners = [earner("cheap", 0.9, 1), earner("good", 0.92, 500)];
    const lead = (correlation: number, halfWidth: number) => {
      const cost = {
        difference: dollars(499),
        lower: dollars(499 - halfWidth),
        upper: dollars(499 + halfWidth),
        correlation,
      };
      const pairs = { quality: () => pair(0.02), cost: () => cost };
      return earningsOf(earners, stakes, pairs)?.rows.find(({ runId }) => runId === "cheap")?.behind;
    };
    const side = 10 * 350;
    expect(lead(0, 0)?.lower).toBeCloseTo(dollars(20 * 350 - 499 - side), 3);
    expect(lead(0, 2_000)?.lower).toBeCloseTo(dollars(20 * 350 - 499 - Math.hypot(side, 2_000)), 3);
    expect(lead(1, 2_000)?.upper).toBeCloseTo(dollars(20 * 350 - 499 + side - 2_000), 3);
    expect(lead(0, 2_000)).toMatchObject({
      costMargin: dollars(2_000),
      method: expect.stringContaining("MOVER"),
    });
  });

  test("models of unknown cost are left out, not taken as free", () => {
    expect(earningsOf([earner("a", 0.9, 1), earner("b", 0.99, null)], stakes, nothing)).toMatchObject({
      bestRunId: "a",
      leftOut: ["b"],
    });
    expect(earningsOf([earner("b", 0.99, null)], stakes, nothing)).toBeNull();
  });

  test("where even a model that is always right loses money, no rate breaks even", () => {
    const poor = { valueOfRightMicroUsd: 1, costOfWrongMicroUsd: 0, requestsPerMonth: 10 };
    expect(earningsOf([earner("a", 0.9, 5)], poor, nothing)?.rows[0]).toMatchObject({
      breakEvenRate: null,
      breaksEven: "proven not to",
    });
  });
});
