import { describe, expect, test } from "vitest";
import { outcomeCodes } from "#lib/outcomes/run-outcomes.ts";
import { costDifference } from "./cost-difference.ts";
import { costFigure, latencyFigure } from "./figures.ts";

const { passed, failed, errored } = outcomeCodes;
const run = (costs: number[], repetitions = 1, verdicts = costs.map(() => passed as number)) => ({
  repetitions,
  caseNumbers: Int32Array.from({ length: costs.length / repetitions }, (_, index) => index + 1),
  verdicts: Uint8Array.from(verdicts),
  latencyMs: Float64Array.from(costs),
  costMicroUsd: Float64Array.from(costs),
});

describe("costFigure", () => {
  test("counts each case once, by the mean of its attempts", () => {
    expect(costFigure(run([1, 3, 4, 4], 2))).toMatchObject({ value: 3000, n: 2, unknown: 0, stated: false });
  });

  test("counts answers of unknown cost, and not attempts that errored", () => {
    const figure = costFigure(run([2, Number.NaN, 4, Number.NaN], 1, [passed, failed, passed, errored]));
    expect(figure).toMatchObject({ value: 3000, n: 2, unknown: 1 });
  });

  test("never falls below nothing, and is null without costs", () => {
    expect(costFigure(run([0, 100]))?.lower).toBe(0);
    expect(costFigure(run([Number.NaN, Number.NaN]))).toBeNull();
  });
});

test("an upper limit of the p95 that lies outside the sample is not estimable", () => {
  expect(latencyFigure(run([1, 2, 3]))).toMatchObject({ upper: null, n: 3 });
  expect(latencyFigure(run(Array.from({ length: 200 }, (_, index) => index)))?.upper).toBeLessThan(200);
  expect(latencyFigure(run([Number.NaN]))).toBeNull();
});

test("costs are compared on the cases that both runs know", () => {
  const first = run([10, 12, Number.NaN, 14]);
  const second = { ...run([7, 8, 9]), caseNumbers: Int32Array.of(1, 2, 4) };
  expect(costDifference(first, second)).toMatchObject({ n: 3, difference: expect.closeTo(4000, 6) });
  expect(costDifference(first, run([Number.NaN, 1, 1]))).toBeNull();
});
