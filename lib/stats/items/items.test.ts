import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../random/seeded-random.ts";
import { ability } from "./ability.ts";
import { fitTwoParameter } from "./fit-two-parameter.ts";
import { itemAnalysis } from "./item-analysis.ts";
import { itemResponse } from "./item-response.ts";

describe("itemAnalysis", () => {
  const matrix = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 8 }))
    .chain(([runs, cases]) =>
      fc.array(fc.array(fc.constantFrom(0, 1), { minLength: cases, maxLength: cases }), {
        minLength: runs,
        maxLength: runs,
      }),
    );

  it("does not mind the order of runs, ties at the edge included", () => {
    fc.assert(
      fc.property(matrix, (scores) => {
        const one = itemAnalysis(scores);
        const other = itemAnalysis(scores.toReversed());
        one?.items.forEach((item, index) => {
          const twin = other?.items[index];
          expect(twin?.upperLower).toBeCloseTo(item.upperLower, 10);
          expect(twin?.itemRest ?? 9).toBeCloseTo(item.itemRest ?? 9, 10);
          expect(Math.abs(item.upperLower)).toBeLessThanOrEqual(1 + 1e-12);
        });
        expect(other?.cronbachAlpha ?? 9).toBeCloseTo(one?.cronbachAlpha ?? 9, 8);
      }),
    );
  });

  it("has no correlation, rather than 0, for cases that all pass or all fail", () => {
    const result = itemAnalysis([
      [1, 0, 1],
      [1, 0, 0],
      [1, 0, 1],
    ]);
    expect(result?.items.map((item) => item.itemRest)).toEqual([null, null, null]);
    expect(result?.items.map((item) => item.difficulty)).toEqual([1, 0, 2 / 3]);
  });

  it("takes graded scores, for which KR-20 does not exist", () => {
    const result = itemAnalysis([
      [0.5, 0.2],
      [1, 0.9],
      [0.1, 0.3],
    ]);
    expect(result?.kr20).toBeNull();
    expect(result?.cronbachAlpha).toBeGreaterThan(0);
    expect(itemAnalysis([])).toBeNull();
    expect(() => itemAnalysis([[1, 0], [1]])).toThrow("Run 1 has 1 cases");
    expect(() => itemAnalysis([[2]])).toThrow("scores[0][0]");
  });
});

describe("itemResponse", () => {
  it("rises with ability, from guessing to 1, and keeps finite information", () => {
    const parameter = fc.double({ min: 0.1, max: 3, noNaN: true });
    const scale = fc.double({ min: -40, max: 40, noNaN: true });
    fc.assert(
      fc.property(
        parameter,
        scale,
        scale,
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (discrimination, one, other, guessing) => {
          const item = { discrimination, difficulty: 0, guessing };
          const low = itemResponse(item, Math.min(one, other));
          const high = itemResponse(item, Math.max(one, other));
          expect(low.probability).toBeLessThanOrEqual(high.probability);
          expect(low.probability).toBeGreaterThanOrEqual(guessing);
          expect(Number.isFinite(low.information)).toBe(true);
        },
      ),
    );
    expect(() => itemResponse({ discrimination: 1, difficulty: 0, guessing: 1 }, 0)).toThrow("guessing is 1");
  });
});

describe("ability", () => {
  const items = [-1, 0, 1].map((difficulty) => ({ discrimination: 1.2, difficulty }));

  it("has no finite maximum when every case passed, but a mean under the prior", () => {
    const all = ability(items.map((item) => ({ ...item, passed: true })));
    const none = ability(items.map((item) => ({ ...item, passed: false })));
    expect(all.maximumLikelihood).toBeNull();
    expect(none.maximumLikelihood).toBeNull();
    expect(all.mean).toBeGreaterThan(0);
    expect(all.mean).toBeCloseTo(-none.mean, 9);
    expect(all.mostLikely).toBeCloseTo(-none.mostLikely, 9);
  });

  it("is the prior without outcomes", () => {
    expect(ability([])).toMatchObject({ maximumLikelihood: null, mostLikely: 0 });
    expect(ability([]).deviation).toBeCloseTo(1, 9);
  });
});

describe("fitTwoParameter", () => {
  it("finds the parameters behind simulated runs", () => {
    const random = seededRandom(3);
    const uniform = () => random.uint32() / 2 ** 32;
    const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    const truth = [-1, -0.5, 0, 0.5, 1].map((difficulty) => ({ discrimination: 1.3, difficulty }));
    const patterns = Array.from({ length: 2_000 }, () => {
      const theta = normal();
      return { passed: truth.map((item) => uniform() < itemResponse(item, theta).probability), count: 1 };
    });
    const grouped = [...Map.groupBy(patterns, ({ passed }) => passed.join()).values()].map((group) => ({
      passed: group[0]?.passed ?? [],
      count: group.length,
    }));
    const fit = fitTwoParameter(grouped);
    if (fit.kind === "refused") throw new Error(fit.reason);
    fit.items.forEach((item, index) => {
      expect(Math.abs(item.difficulty - (truth[index]?.difficulty ?? 0))).toBeLessThan(0.2);
      expect(Math.abs(item.discrimination - 1.3)).toBeLessThan(0.3);
    });
  });

  it("refuses few runs and cases without a difficulty, with the reason", () => {
    const pattern = (passed: boolean[], count: number) => ({ passed, count });
    expect(fitTwoParameter([pattern([true, false, true], 99)])).toMatchObject({
      reason: expect.stringContaining("at least 100 runs"),
    });
    const easy = [pattern([true, false, true], 60), pattern([true, true, false], 60)];
    expect(fitTwoParameter(easy)).toMatchObject({
      reason: expect.stringContaining("Every run passes case 0"),
    });
    expect(fitTwoParameter([])).toMatchObject({ kind: "refused" });
    expect(() => fitTwoParameter([pattern([true], 1), pattern([true, false], 1)])).toThrow("Pattern 1");
  });
});
