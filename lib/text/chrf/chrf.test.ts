import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corpusChrf, sentenceChrf } from "./chrf.ts";

const text = fc.string({ unit: "grapheme", maxLength: 30 });

describe("chrF", () => {
  it("lies in 0..100 and is 100 for the reference itself", () => {
    fc.assert(
      fc.property(text, text, fc.nat(2), (hypothesis, reference, wordOrder) => {
        for (const smoothing of ["effective", "epsilon"] as const) {
          const score = sentenceChrf({ hypothesis, references: [reference] }, { wordOrder, smoothing });
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100 + 1e-9);
        }
        const same = sentenceChrf({ hypothesis, references: [reference, hypothesis] }, { wordOrder });
        expect(same).toBeCloseTo(/^\s*$/u.test(hypothesis) ? same : 100, 9);
      }),
    );
  });

  it.each([
    { hypothesis: "", reference: "", score: 0 },
    { hypothesis: "a", reference: "", score: 0 },
    { hypothesis: "a b c", reference: "abc", score: 100 },
    { hypothesis: "😀", reference: "😃", score: 0 },
  ])("of $hypothesis against $reference is $score", ({ hypothesis, reference, score }) => {
    expect(sentenceChrf({ hypothesis, references: [reference] })).toBe(score);
  });

  it("takes the best reference", () => {
    const best = sentenceChrf({ hypothesis: "the cat", references: ["the cap"] });
    expect(sentenceChrf({ hypothesis: "the cat", references: ["dog", "the cap"] })).toBe(best);
  });

  it("is 0 for an empty corpus and refuses no reference or impossible options", () => {
    expect(corpusChrf([])).toBe(0);
    expect(() => sentenceChrf({ hypothesis: "a", references: [] })).toThrow("at least one reference");
    expect(() => sentenceChrf({ hypothesis: "a", references: ["a"] }, { beta: 0 })).toThrow(RangeError);
    expect(() => sentenceChrf({ hypothesis: "a", references: ["a"] }, { characterOrder: -1 })).toThrow(
      RangeError,
    );
  });
});
