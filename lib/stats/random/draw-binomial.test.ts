import { expect, test } from "vitest";
import { binomialPmf } from "../distributions/binomial-pmf.ts";
import { chiSquaredSurvival } from "../distributions/chi-squared-survival.ts";
import { drawBinomial } from "./draw-binomial.ts";
import { seededRandom } from "./seeded-random.ts";

test.each([
  [1, 0.3],
  [20, 0.1],
  [20, 0.5],
  [25, 0.5],
  [60, 0.9],
  [400, 0.03],
  [1_000, 0.25],
])("has the binomial distribution: %i trials of %f", (trials, probability) => {
  const random = seededRandom(trials);
  const draws = 20_000;
  const seen = Array.from({ length: trials + 1 }, () => 0);
  for (let i = 0; i < draws; i += 1) {
    const drawn = drawBinomial(random, trials, probability);
    seen[drawn] = (seen[drawn] ?? 0) + 1;
  }
  expect(seen.reduce((sum, count) => sum + count, 0)).toBe(draws);
  let statistic = 0;
  let cells = 0;
  seen.forEach((count, successes) => {
    const expected = draws * binomialPmf(successes, trials, probability);
    if (expected < 5) return;
    statistic += (count - expected) ** 2 / expected;
    cells += 1;
  });
  expect(chiSquaredSurvival(statistic, cells - 1)).toBeGreaterThan(0.001);
});

test("certain and impossible trials, none, and many", () => {
  const random = seededRandom(1);
  expect(drawBinomial(random, 7, 0)).toBe(0);
  expect(drawBinomial(random, 7, 1)).toBe(7);
  expect(drawBinomial(random, 0, 0.5)).toBe(0);
  expect(Math.abs(drawBinomial(random, 10_000_000, 0.5) - 5_000_000)).toBeLessThan(10_000);
  expect(() => drawBinomial(random, 1.5, 0.5)).toThrow(RangeError);
  expect(() => drawBinomial(random, 2, 1.5)).toThrow(RangeError);
});
