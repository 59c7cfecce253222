import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseLeakage, leakageSource } from "./case-leakage.ts";
import { jaccard } from "./jaccard.ts";
import { longestCommonRun } from "./longest-common-run.ts";
import { minhash, minhashStandardError, signatureSimilarity } from "./minhash.ts";
import { nearDuplicates } from "./near-duplicates.ts";
import { ngramIndex, ngramOverlap } from "./ngram-overlap.ts";
import { overlapTokens } from "./overlap-tokens.ts";

const QUESTION =
  "A train leaves Boston at nine in the morning at sixty miles an hour. When does it reach the harbour of Portland?";
const words = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 30 });

describe("overlapTokens", () => {
  it("keeps letters of every script and drops punctuation", () => {
    expect(overlapTokens("Don't PANIC: 42!")).toEqual(["don", "t", "panic", "42"]);
    expect(overlapTokens("Größe café")).toEqual(["größe", "café"]);
    expect(overlapTokens("cafe\u0301")).toEqual(overlapTokens("café"));
    expect(overlapTokens("日本語 GPT4")).toEqual(["日", "本", "語", "gpt4"]);
    expect(overlapTokens(" \ud800 ")).toEqual([]);
  });
});

describe("longestCommonRun", () => {
  it("is what trying all runs finds", () => {
    fc.assert(
      fc.property(words, words, (first, second) => {
        const text = ` ${second.join(" ")} `;
        let longest = 0;
        for (let start = 0; start < first.length; start += 1) {
          for (let end = start + longest + 1; end <= first.length; end += 1) {
            if (text.includes(` ${first.slice(start, end).join(" ")} `)) longest = end - start;
            else break;
          }
        }
        const found = longestCommonRun(first, second);
        expect(found.length).toBe(longest);
        if (longest > 0)
          expect(text).toContain(` ${first.slice(found.start, found.start + longest).join(" ")} `);
      }),
    );
  });

  it("agrees with the n-grams: some match exactly up to its length", () => {
    fc.assert(
      fc.property(words, words, fc.integer({ min: 1, max: 12 }), (first, second, order) => {
        const { any, tokenCoverage } = ngramOverlap(first, ngramIndex(second, order));
        expect(any).toBe(longestCommonRun(first, second).length >= order);
        expect(tokenCoverage).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("caseLeakage", () => {
  it("finds a case inside a prompt, whatever its case and punctuation", () => {
    const source = leakageSource(`Examples: ${QUESTION.toUpperCase().replaceAll(".", " -")} Answer: 3.`);
    expect(caseLeakage(QUESTION, source)).toMatchObject({ verdict: "leaked", longMatch: true, coverage: 1 });
  });

  it("leaves a case clean that shares common words only, and does not judge a short one", () => {
    const source = leakageSource("A train is late. When does it reach the sea? Answer in one word.");
    expect(caseLeakage(QUESTION, source)).toMatchObject({ verdict: "clean", longMatch: false });
    expect(caseLeakage("2 + 2?", leakageSource("2 + 2?"))).toMatchObject({
      verdict: "too short",
      longestRun: 2,
    });
    expect(caseLeakage("", source)).toMatchObject({ verdict: "too short", tokens: 0, coverage: 0 });
  });
});

describe("minhash", () => {
  it("estimates the Jaccard similarity within four standard errors", () => {
    const first = new Set(Array.from({ length: 300 }, (_, index) => `s${index}`));
    const second = new Set(Array.from({ length: 300 }, (_, index) => `s${index + 60}`));
    const exact = jaccard(first, second) ?? 0;
    const signatureOf = minhash(512, 4);
    const estimate = signatureSimilarity(signatureOf(first), signatureOf(second));
    expect(Math.abs(estimate - exact)).toBeLessThan(4 * minhashStandardError(exact, 512));
  });

  it("does not mind the order of shingles and repeats for a seed", () => {
    const shingles = ["one", "two", "three"];
    expect(minhash(16, 2)(new Set(shingles))).toEqual(minhash(16, 2)(new Set(shingles.toReversed())));
    expect(() => signatureSimilarity(new Uint32Array(2), new Uint32Array(3))).toThrow(RangeError);
  });
});

describe("nearDuplicates", () => {
  it("groups copies and small changes, and nothing else", () => {
    const other =
      "Write a function that sorts a list of numbers and returns the median of the result as a float";
    const texts = [
      QUESTION,
      other,
      `${QUESTION} Please!`,
      "",
      other.toUpperCase(),
      "Entirely different: a poem about rain",
      "",
    ];
    expect(nearDuplicates(texts)).toEqual([
      [0, 2],
      [1, 4],
    ]);
    expect(() => nearDuplicates(texts, 0.2)).toThrow(RangeError);
  });

  it("takes thousands of texts that differ by a word", () => {
    const groups = nearDuplicates(Array.from({ length: 3_000 }, (_, index) => `${QUESTION} Round ${index}.`));
    expect(groups).toHaveLength(1);
    expect(groups[0]).toHaveLength(3_000);
  });

  it("takes ten thousand copies in its stride", () => {
    const groups = nearDuplicates(Array.from({ length: 10_000 }, () => QUESTION));
    expect(groups).toHaveLength(1);
    expect(groups[0]).toHaveLength(10_000);
  });
});
