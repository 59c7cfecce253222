import { describe, expect, it } from "vitest";
import { lengthBias } from "../judge/length-bias.ts";
import { seededRandom } from "../random/seeded-random.ts";
import { logisticRegression } from "./logistic-regression.ts";

function table(a: number, b: number, c: number, d: number) {
  const cells = [
    { x: 1, y: true, count: a },
    { x: 1, y: false, count: b },
    { x: 0, y: true, count: c },
    { x: 0, y: false, count: d },
  ].flatMap(({ x, y, count }) => Array.from({ length: count }, () => ({ x, y })));
  return { predictors: cells.map(({ x }) => [x]), outcomes: cells.map(({ y }) => y) };
}

describe("logisticRegression", () => {
  it("is the log odds ratio of a two-by-two table with its standard error", () => {
    const { predictors, outcomes } = table(30, 10, 12, 28);
    const [intercept, slope] = logisticRegression(predictors, outcomes) ?? [];
    expect(intercept?.estimate).toBeCloseTo(Math.log(12 / 28), 9);
    expect(slope?.estimate).toBeCloseTo(Math.log((30 * 28) / (10 * 12)), 9);
    expect(slope?.standardError).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 10 + 1 / 12 + 1 / 28), 9);
  });

  it("is null where outcomes are separated, alike, or a predictor repeats another", () => {
    const separated = table(20, 0, 0, 20);
    expect(logisticRegression(separated.predictors, separated.outcomes)).toBeNull();
    const alike = table(20, 0, 20, 0);
    expect(logisticRegression(alike.predictors, alike.outcomes)).toBeNull();
    const { predictors, outcomes } = table(30, 10, 12, 28);
    expect(
      logisticRegression(
        predictors.map(([x = 0]) => [x, 2 * x]),
        outcomes,
      ),
    ).toBeNull();
    expect(logisticRegression([], [])).toBeNull();
  });

  it("refuses lists of different lengths", () => {
    expect(() => logisticRegression([[1]], [])).toThrow("1 records but 0 outcomes");
    expect(() => logisticRegression([[1], [1, 2]], [true, false])).toThrow("Record 1 has 2 values");
  });
});

describe("lengthBias", () => {
  const records = (perWord: number) => {
    const random = seededRandom(8);
    const uniform = () => random.uint32() / 2 ** 32;
    return Array.from({ length: 2_000 }, () => {
      const humanPass = uniform() < 0.6;
      const length = Math.floor(uniform() * 400);
      const logit = -1 + (humanPass ? 2 : 0) + perWord * (length - 200);
      return { humanPass, length, judgePass: uniform() < 1 / (1 + Math.exp(-logit)) };
    });
  };

  it("finds a judge that rewards length, and none in one that does not", () => {
    const biased = lengthBias(records(0.01));
    expect(biased?.logOddsPerUnit).toBeGreaterThan(0.008);
    expect(biased?.logOddsPerUnit).toBeLessThan(0.012);
    expect(biased?.pValue).toBeLessThan(1e-10);
    expect(lengthBias(records(0))?.pValue).toBeGreaterThan(0.01);
    expect(lengthBias([])).toBeNull();
  });
});
