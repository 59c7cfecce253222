import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { corpusBleu, sentenceBleu } from "./bleu.ts";

const sentence = fc
  .array(fc.constantFrom("the", "cat", "sat", "on", "a", "mat", "."), { maxLength: 20 })
  .map((words) => words.join(" "));
const smoothing = fc.constantFrom(
  { method: "exp" as const },
  { method: "none" as const },
  { method: "floor" as const },
  { method: "add-k" as const },
);

describe("sentenceBleu", () => {
  it("lies in 0..100 with any smoothing", () => {
    fc.assert(
      fc.property(
        sentence,
        fc.array(sentence, { minLength: 1, maxLength: 3 }),
        smoothing,
        (hypothesis, references, smooth) => {
          const { score } = sentenceBleu({ hypothesis, references }, { smoothing: smooth });
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100 + 1e-9);
        },
      ),
    );
  });

  it("is 100 for a reference itself, even a short one", () => {
    for (const text of ["cat", "a cat sat", "the cat sat on a mat ."]) {
      expect(sentenceBleu({ hypothesis: text, references: ["other", text] }).score).toBeCloseTo(100, 9);
    }
  });

  it("is 0 for nothing and where nothing matches", () => {
    expect(sentenceBleu({ hypothesis: "", references: ["a cat"] })).toMatchObject({
      score: 0,
      brevityPenalty: 0,
    });
    expect(sentenceBleu({ hypothesis: "", references: [""] }).score).toBe(0);
    expect(sentenceBleu({ hypothesis: "dog", references: ["a cat"] }).score).toBe(0);
  });

  it("takes the closest reference length, the shorter on a tie", () => {
    const references = ["a b c d e f", "a b"];
    expect(sentenceBleu({ hypothesis: "a b c d", references }).referenceLength).toBe(2);
    expect(sentenceBleu({ hypothesis: "a b c d e", references }).referenceLength).toBe(6);
  });

  it("clips a word at its count in the best reference", () => {
    const result = sentenceBleu({ hypothesis: "the the the the", references: ["the cat the", "the mat"] });
    expect(result.matches[0]).toBe(2);
  });

  it("refuses no reference and impossible orders", () => {
    expect(() => sentenceBleu({ hypothesis: "a", references: [] })).toThrow("at least one reference");
    expect(() => sentenceBleu({ hypothesis: "a", references: ["a"] }, { maximumOrder: 0 })).toThrow(
      RangeError,
    );
  });
});

describe("corpusBleu", () => {
  it("adds counts before it scores", () => {
    const pairs = [
      { hypothesis: "the cat sat on the mat", references: ["the cat sat on the mat"] },
      { hypothesis: "dog", references: ["a cat"] },
    ];
    const { score, matches, totals } = corpusBleu(pairs);
    expect(matches).toEqual([6, 5, 4, 3]);
    expect(totals).toEqual([7, 5, 4, 3]);
    expect(score).toBeCloseTo(100 * (6 / 7) ** 0.25 * Math.exp(1 - 8 / 7), 9);
  });

  it("is 0 for an empty corpus and for one too short for its orders", () => {
    expect(corpusBleu([]).score).toBe(0);
    expect(corpusBleu([{ hypothesis: "a b", references: ["a b"] }]).score).toBe(0);
  });
});
