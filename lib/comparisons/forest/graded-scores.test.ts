import { expect, test } from "vitest";
import { outcomeCodes } from "#lib/outcomes/run-outcomes.ts";
import { sideOf } from "../testing/columns-of.ts";
import { forestRows } from "./forest-rows.ts";
import { hasGradedScores } from "./graded-scores.ts";

const { passed, failed } = outcomeCodes;

function scored(scores: readonly number[]) {
  const verdicts = scores.map((score) => (score >= 0.5 ? passed : failed));
  const side = sideOf({ verdicts, graders: [{ verdicts }] });
  side.outcomes.graders[0]?.scores.set(scores);
  return side;
}

test.each<[string, number[], number[], boolean]>([
  ["shares in both", [0.2, 0.8], [0, 0.4], true],
  ["shares in one, verdicts in the other", [0.2, 0.8], [0, 1], true],
  ["verdicts only", [0, 1], [1, 1], false],
  ["distances", [0.2, 14], [0.1, 0.2], false],
  ["some without a score", [0.5, Number.NaN], [0.5, 0.5], true],
])("%s", (_name, one, other, expected) => {
  expect(
    hasGradedScores(
      [scored(one), scored(other)].map(({ outcomes }) => outcomes),
      "g1 v1",
    ),
  ).toBe(expected);
});

test("a mean score that rose on every case is better although no verdict changed", () => {
  const before = scored(Array.from({ length: 40 }, (_, index) => 0.55 + (index % 5) / 100));
  const after = scored(Array.from({ length: 40 }, (_, index) => 0.7 + (index % 7) / 100));
  const { graders, scores } = forestRows({
    baseline: before.outcomes,
    candidate: after.outcomes,
    baselineVersion: before.version,
    candidateVersion: after.version,
    changed: new Set(),
    graderVersionId: null,
    graderVersionIds: ["g1 v1"],
    scoredIds: ["g1 v1"],
    slices: [],
    margin: 0.02,
    withholds: { slices: false, graders: false },
  });
  expect(graders[0]?.claim.kind).not.toBe("better");
  expect(scores[0]?.claim.kind).toBe("better");
});
