import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tInterval } from "../error-bars/t-interval.ts";
import { wilsonInterval } from "../intervals/wilson.ts";
import { seededRandom } from "../random/seeded-random.ts";
import { ratioInterval } from "./ratio-interval.ts";

const interval = fc
  .tuple(
    fc.double({ min: 0.01, max: 100, noNaN: true }),
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: 0, max: 300 }),
  )
  // A limit is 0, or a percent of its estimate away from 0: closer, and what is compared is rounding.
  .map(([estimate, below, above]) => ({
    estimate,
    lower: estimate * (1 - below / 100),
    upper: estimate * (1 + above / 100),
  }));
const correlation = fc.double({ min: -0.99, max: 0.99, noNaN: true });

describe("the interval of a ratio", () => {
  it("is Fieller's where both parts have t intervals", () => {
    const costs = [3, 5, 4, 8, 2, 6, 7, 5, 4, 6];
    const gains = [2, 3, 2, 4, 1, 4, 3, 3, 2, 3];
    const numerator = tInterval(costs);
    const denominator = tInterval(gains);
    if (numerator === null || denominator === null) throw new Error("There are ten values.");
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / 10;
    const [x, y] = [mean(costs), mean(gains)];
    const covariance = costs.reduce((sum, cost, i) => sum + (cost - x) * ((gains[i] ?? 0) - y), 0) / 9 / 10;
    const found = ratioInterval({
      numerator,
      denominator,
      correlation: covariance / numerator.standardError / denominator.standardError,
    });
    // Fieller: the ratios r at which costs - r * gains has a mean that is just not different from 0.
    for (const limit of [found?.lower, found?.upper]) {
      const rest = tInterval(costs.map((cost, i) => cost - (limit ?? Number.NaN) * (gains[i] ?? 0)));
      expect(Math.min(Math.abs(rest?.lower ?? 1), Math.abs(rest?.upper ?? 1))).toBeLessThan(1e-12);
    }
  });

  it("holds the estimate, grows with the numerator's unit, and is turned over with the ratio", () => {
    fc.assert(
      fc.property(interval, interval, correlation, (numerator, denominator, r) => {
        const found = ratioInterval({ numerator, denominator, correlation: r });
        if (found === null) throw new Error("The denominator is not 0.");
        expect(found.lower).toBeLessThanOrEqual(found.estimate * (1 + 1e-9));
        if (found.upper !== null) expect(found.upper).toBeGreaterThanOrEqual(found.estimate * (1 - 1e-9));
        const scaled = ratioInterval({
          numerator: {
            estimate: 1000 * numerator.estimate,
            lower: 1000 * numerator.lower,
            upper: 1000 * numerator.upper,
          },
          denominator,
          correlation: r,
        });
        expect(Math.abs((scaled?.lower ?? 0) / 1000 - found.lower)).toBeLessThan(1e-9 * found.estimate);
        const turned = ratioInterval({ numerator: denominator, denominator: numerator, correlation: r });
        if (found.lower > 1e-2 * found.estimate && turned?.upper)
          expect(turned.upper * found.lower).toBeCloseTo(1, 8);
      }),
    );
  });

  it("has no upper limit where the denominator may be 0, and does not exist where it is", () => {
    const numerator = { estimate: 2, lower: 1, upper: 3 };
    expect(
      ratioInterval({ numerator, denominator: { estimate: 0.5, lower: 0, upper: 1 } })?.upper,
    ).toBeNull();
    expect(ratioInterval({ numerator, denominator: { estimate: 0, lower: 0, upper: 0.3 } })).toBeNull();
    expect(() => ratioInterval({ numerator, denominator: { estimate: 1, lower: 2, upper: 3 } })).toThrow(
      RangeError,
    );
  });

  it("holds the cost of a solved case in about 95 of 100 runs of 60 cases", () => {
    const random = seededRandom(7);
    const [rate, trials, cases] = [0.9, 2_000, 60];
    // A solved case costs 1 to 3, the others 3 to 5: cost and success hang together.
    const truth = (rate * 2 + (1 - rate) * 4) / rate;
    let held = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const solved = Array.from({ length: cases }, () => (random.below(1_000) < 1_000 * rate ? 1 : 0));
      const costs = solved.map((one) => (one === 1 ? 1 : 3) + random.below(2_001) / 1_000);
      const numerator = tInterval(costs);
      const denominator = wilsonInterval({
        successes: solved.reduce<number>((a, b) => a + b, 0),
        total: cases,
      });
      if (numerator === null || denominator === null) continue;
      const found = ratioInterval({ numerator, denominator, correlation: correlationOf(costs, solved) });
      if (found && found.lower <= truth && truth <= (found.upper ?? Number.POSITIVE_INFINITY)) held += 1;
    }
    expect(held / trials).toBeGreaterThan(0.93);
    expect(held / trials).toBeLessThan(0.98);
  });
});

function correlationOf(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  const cross = xs.reduce((sum, value, i) => sum + (value - x) * ((ys[i] ?? 0) - y), 0);
  const squares = Math.sqrt(
    xs.reduce((sum, value) => sum + (value - x) ** 2, 0) *
      ys.reduce((sum, value) => sum + (value - y) ** 2, 0),
  );
  return squares === 0 ? 0 : cross / squares;
}
