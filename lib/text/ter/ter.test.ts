import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../edit-distance/levenshtein.ts";
import { translationEditRate } from "./translation-edit-rate.ts";

const words = fc.array(fc.constantFrom("the", "dog", "bit", "man", "a"), { maxLength: 25 });

describe("translationEditRate", () => {
  it.each([
    { hypothesis: "dog the bit man", references: ["the dog bit the man"], edits: 2, score: 40 },
    { hypothesis: "b c d a", references: ["a b c d"], edits: 1, score: 25 },
    { hypothesis: "The DOG", references: ["the dog"], edits: 0, score: 0 },
    { hypothesis: "", references: ["a b"], edits: 2, score: 100 },
    { hypothesis: "a", references: [""], edits: 1, score: 100 },
    { hypothesis: "", references: [""], edits: 0, score: 0 },
    { hypothesis: "a b c d", references: ["x", "a b c"], edits: 1, score: 50 },
  ])("of $hypothesis against $references is $score", ({ hypothesis, references, edits, score }) => {
    const result = translationEditRate({ hypothesis, references });
    expect(result.edits).toBe(edits);
    expect(result.score).toBeCloseTo(score, 10);
  });

  it("never needs more edits than the edit distance without moves", () => {
    fc.assert(
      fc.property(words, words, (hypothesis, reference) => {
        const { edits } = translationEditRate({
          hypothesis: hypothesis.join(" "),
          references: [reference.join(" ")],
        });
        expect(edits).toBeLessThanOrEqual(editDistance(hypothesis, reference));
        expect(edits).toBeGreaterThanOrEqual(Math.abs(hypothesis.length - reference.length));
      }),
    );
  });

  it("handles sides of very different length", () => {
    const long = Array.from({ length: 3_000 }, (_, index) => `w${index % 50}`).join(" ");
    expect(translationEditRate({ hypothesis: "w1", references: [long] }).edits).toBe(2_999);
    expect(translationEditRate({ hypothesis: long, references: ["w1"] }).edits).toBe(2_999);
  });

  it("refuses no reference and texts that would take minutes", () => {
    expect(() => translationEditRate({ hypothesis: "a", references: [] })).toThrow("at least one reference");
    const long = "a ".repeat(6_000);
    expect(() => translationEditRate({ hypothesis: long, references: [long] })).toThrow("too long");
  });
});
