import { expect, test } from "vitest";
import { outcomeCodes, type SliceMembers } from "#lib/outcomes/run-outcomes.ts";
import { seededRandom } from "#lib/stats/random/seeded-random.ts";
import { sideOf } from "../testing/columns-of.ts";
import { forestRows } from "./forest-rows.ts";

const trials = 400;
const cases = 600;
const sliceCount = 20;

/** Slices of thirty cases each, as tags that do not overlap. */
const slices: SliceMembers[] = Array.from({ length: sliceCount }, (_, slice) => ({
  dimension: "tag",
  value: `slice ${slice}`,
  members: Int32Array.from({ length: cases / sliceCount }, (_unused, index) => slice + index * sliceCount),
}));

/** Two runs of one model: each case has its own chance to pass, the same in both. */
function sameModelTwice(next: () => number, repetitions: number) {
  const chances = Array.from({ length: cases }, () => [0.98, 0.9, 0.7, 0.3][Math.floor(next() * 4)] ?? 0.5);
  const answers = () =>
    chances.flatMap((chance) =>
      Array.from({ length: repetitions }, () =>
        next() < chance ? outcomeCodes.passed : outcomeCodes.failed,
      ),
    );
  return [
    sideOf({ verdicts: answers(), repetitions }),
    sideOf({ verdicts: answers(), repetitions }),
  ] as const;
}

test.each([{ repetitions: 1 }, { repetitions: 3 }])(
  "a model against itself over 20 slices, $repetitions times: a false regression in at most 5 % of trials",
  ({ repetitions }) => {
    const random = seededRandom(20_261_121);
    let alarmed = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const [baseline, candidate] = sameModelTwice(() => random.uint32() / 2 ** 32, repetitions);
      const { slices: rows, family } = forestRows({
        baseline: baseline.outcomes,
        candidate: candidate.outcomes,
        baselineVersion: baseline.version,
        candidateVersion: candidate.version,
        changed: new Set(),
        graderVersionId: null,
        graderVersionIds: [],
        scoredIds: [],
        slices,
        margin: 0.02,
        withholds: { slices: false, graders: false },
      });
      expect(family).toBe(sliceCount);
      if (rows.some(({ claim }) => claim.kind === "worse")) alarmed += 1;
    }
    expect(alarmed / trials).toBeLessThanOrEqual(0.05);
  },
);
