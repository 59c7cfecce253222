import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignWords } from "./align-words.ts";
import { meteorExactAndStem } from "./meteor-exact-and-stem.ts";

const tokens = fc.array(fc.constantFrom("the", "cat", "cats", "runs", "running", "Mat"), { maxLength: 20 });

describe("alignWords", () => {
  it("uses every word once at most, equal words before equal stems", () => {
    fc.assert(
      fc.property(tokens, tokens, (hypothesis, reference) => {
        const matches = alignWords(hypothesis, reference);
        expect(new Set(matches.map((match) => match.hypothesis)).size).toBe(matches.length);
        expect(new Set(matches.map((match) => match.reference)).size).toBe(matches.length);
      }),
    );
    expect(alignWords(["cats", "cat"], ["cat"])).toEqual([{ hypothesis: 1, reference: 0 }]);
  });
});

describe("meteorExactAndStem", () => {
  it("lies in 0..1 and approaches 1 for long equal texts", () => {
    fc.assert(
      fc.property(tokens, tokens, (hypothesisTokens, referenceTokens) => {
        const score = meteorExactAndStem({ hypothesisTokens, referenceTokens });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([
    { hypothesisTokens: ["a", "b", "c", "d", "e", "f"], score: 1 - 0.5 / 216 },
    { hypothesisTokens: ["d", "e", "f", "a", "b", "c"], score: 1 - 0.5 / 27 },
    { hypothesisTokens: ["x"], score: 0 },
    { hypothesisTokens: [], score: 0 },
  ])("of $hypothesisTokens", ({ hypothesisTokens, score }) => {
    const referenceTokens = ["a", "b", "c", "d", "e", "f"];
    expect(meteorExactAndStem({ hypothesisTokens, referenceTokens })).toBeCloseTo(score, 12);
  });

  it("matches stems", () => {
    expect(meteorExactAndStem({ hypothesisTokens: ["running"], referenceTokens: ["Runs"] })).toBe(0.5);
  });
});
