import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bradleyTerry, winProbability } from "./bradley-terry.ts";
import { eloExpected } from "./elo-expected.ts";
import { rankIntervals } from "./rank-intervals.ts";
import { davidson, raoKupper } from "./tie-models.ts";
import { winGroups } from "./win-groups.ts";
import { winRate } from "./win-rate.ts";

const size = fc.integer({ min: 2, max: 5 });
const winTables = size.chain((models) =>
  fc
    .array(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: models, maxLength: models }), {
      minLength: models,
      maxLength: models,
    })
    .map((table) => table.map((row, i) => row.map((count, j) => (i === j ? 0 : count)))),
);
const reversed = (table: number[][]) => table.toReversed().map((row) => row.toReversed());

function fitted(wins: number[][], ties?: number[][]) {
  const result = bradleyTerry({ wins, ties });
  if (result.kind !== "fitted") throw new Error("not fitted");
  return result;
}

describe("bradleyTerry", () => {
  it("does not mind the order of models, and its strengths have mean 0", () => {
    fc.assert(
      fc.property(winTables, (wins) => {
        const one = fitted(wins).logStrengths;
        const other = fitted(reversed(wins)).logStrengths.toReversed();
        one.forEach((strength, index) => {
          expect(other[index]).toBeCloseTo(strength, 8);
        });
        expect(one.reduce((sum, strength) => sum + strength, 0)).toBeCloseTo(0, 9);
      }),
    );
  });

  it("is the odds of two models, with the binomial error of their logarithm", () => {
    const { logStrengths, covariance } = fitted([
      [0, 30],
      [10, 0],
    ]);
    const [first = 0, second = 0] = logStrengths;
    expect(winProbability(first, second)).toBeCloseTo(0.75, 10);
    const contrast = (covariance[0]?.[0] ?? 0) * 4;
    expect(contrast).toBeCloseTo(1 / 30 + 1 / 10, 9);
  });

  it("names the groups where no common scale exists", () => {
    expect(
      bradleyTerry({
        wins: [
          [0, 5, 0],
          [2, 0, 0],
          [0, 0, 0],
        ],
      }),
    ).toEqual({
      kind: "disconnected",
      groups: [[0, 1], [2]],
    });
    // A model that never lost has no finite strength.
    expect(
      bradleyTerry({
        wins: [
          [0, 5],
          [0, 0],
        ],
      }),
    ).toMatchObject({ kind: "disconnected" });
    expect(bradleyTerry({ wins: [[0]] })).toMatchObject({ logStrengths: [0] });
  });

  it("refuses tables that contradict themselves", () => {
    expect(() => bradleyTerry({ wins: [[1]] })).toThrow("wins[0][0]");
    expect(() => bradleyTerry({ wins: [[0, 1], [1]] })).toThrow("wins[1] has 1 entries");
    expect(() =>
      bradleyTerry({
        wins: [
          [0, 1],
          [1, 0],
        ],
        ties: [
          [0, 2],
          [1, 0],
        ],
      }),
    ).toThrow("both count one pair");
  });
});

describe("models with ties", () => {
  const wins = [
    [0, 10, 14],
    [6, 0, 12],
    [3, 5, 0],
  ];
  const ties = [
    [0, 4, 3],
    [4, 0, 6],
    [3, 6, 0],
  ];

  it.each([
    { name: "davidson", model: davidson },
    { name: "raoKupper", model: raoKupper },
  ])("$name turns over with the results and does not exist without a tie or a win", ({ model }) => {
    const one = model({ wins, ties })?.logStrengths;
    const lost = wins.map((row, i) => row.map((_, j) => wins[j]?.[i] ?? 0));
    const other = model({ wins: lost, ties })?.logStrengths;
    one?.forEach((strength, index) => {
      expect(other?.[index]).toBeCloseTo(-strength, 8);
    });
    expect(one).toBeDefined();
    expect(model({ wins })).toBeNull();
    expect(
      model({
        wins: [
          [0, 0],
          [0, 0],
        ],
        ties: [
          [0, 3],
          [3, 0],
        ],
      }),
    ).toBeNull();
  });
});

describe("ranks and rates", () => {
  it("keep every model's rank within its interval", () => {
    const limit = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.nat(30));
    fc.assert(
      fc.property(fc.array(limit, { minLength: 1, maxLength: 10 }), (list) => {
        const ranks = rankIntervals(list.map(([lower, width]) => ({ lower, upper: lower + width })));
        for (const { best, worst } of ranks) {
          expect(best).toBeGreaterThanOrEqual(1);
          expect(best).toBeLessThanOrEqual(worst);
          expect(worst).toBeLessThanOrEqual(list.length);
        }
      }),
    );
    expect(() => rankIntervals([{ lower: 2, upper: 1 }])).toThrow("goes from 2 down to 1");
  });

  it("find what has beaten each other through others", () => {
    expect(
      winGroups([
        [0, 1, 0],
        [0, 0, 1],
        [1, 0, 0],
      ]),
    ).toEqual([[0, 1, 2]]);
    expect(
      winGroups([
        [0, 1],
        [0, 0],
      ]),
    ).toEqual([[0], [1]]);
  });

  it("are one half between equals, and unknown without comparisons", () => {
    expect(eloExpected(1500, 1500)).toBe(0.5);
    expect(winRate({ wins: 0, ties: 4, losses: 0 })).toMatchObject({
      rate: 0.5,
      standardError: 0,
      pValue: 1,
    });
    expect(winRate({ wins: 0, ties: 0, losses: 0 })).toBeNull();
  });
});
