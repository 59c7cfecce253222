import { expect, test } from "vitest";
import { type Contender, nearBestOf } from "./near-best.ts";

const one = (runId: string, rate: number | null, more: Partial<Contender> = {}): Contender => ({
  runId,
  passRate: rate === null ? null : { value: rate },
  costPer1000: null,
  latencyP95Ms: null,
  parametersBillion: null,
  ...more,
});
const pair = { n: 100, difference: -0.01, lower: -0.03, upper: 0.01, method: "Tango" };
const cost = (value: number, unknown = 0) => ({ value, unknown });

test("the smallest, cheapest and fastest are sought among those shown to be no worse than the best", () => {
  const near = nearBestOf(
    [
      one("tiny", 0.5, { parametersBillion: 1, costPer1000: cost(1), latencyP95Ms: { value: 1 } }),
      one("small", 0.9, { parametersBillion: 8, costPer1000: cost(20), latencyP95Ms: { value: 300 } }),
      one("unpriced", 0.91, { costPer1000: cost(2, 4), latencyP95Ms: { value: 200 } }),
      one("best", 0.92, { parametersBillion: 70, costPer1000: cost(90), latencyP95Ms: { value: 900 } }),
      one("unscored", null),
    ],
    0.02,
    (_best, runId) => ({ verdict: runId === "tiny" ? "worse" : "no worse", pair, casesNeeded: null }),
  );
  expect(near).toMatchObject({
    bestRunId: "best",
    family: 3,
    smallestRunId: "small",
    cheapestRunId: "small",
    fastestRunId: "unpriced",
  });
  expect(near?.rows.map(({ runId, verdict }) => `${runId}: ${verdict}`)).toEqual([
    "best: best",
    "unpriced: no worse",
    "small: no worse",
    "tiny: worse",
  ]);
});

test("each step of Holm's correction asks with the family that is left", () => {
  const asked: string[] = [];
  nearBestOf([one("best", 0.9), one("b", 0.8), one("c", 0.7)], 0.02, (_best, runId, family) => {
    asked.push(`${runId} ${family}`);
    return { verdict: runId === "b" ? "no worse" : "cannot tell", pair, casesNeeded: 40 };
  });
  expect(new Set(asked)).toEqual(new Set(["b 2", "c 2", "c 1"]));
});

test("one model alone is no worse than nothing", () => {
  expect(nearBestOf([one("a", 0.9), one("b", null)], 0.02, () => null)).toBeNull();
});
