import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rougeL } from "./rouge-l.ts";
import { rougeLSum } from "./rouge-l-sum.ts";
import { rougeN } from "./rouge-n.ts";
import { rougeTokens } from "./rouge-tokens.ts";

const word = fc.constantFrom("cat", "dog", "runs", "running", "the", "a", "7", "flies");
const sentence = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(" "));
const text = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n"));

const METRICS = [
  ["ROUGE-1", (input: Input) => rougeN({ ...input, order: 1 })],
  ["ROUGE-2", (input: Input) => rougeN({ ...input, order: 2 })],
  ["ROUGE-L", rougeL],
  ["ROUGE-Lsum", rougeLSum],
] as const;

type Input = { target: string; prediction: string; stem: boolean };

describe.each(METRICS)("%s", (_, metric) => {
  it("lies in 0..1 and swaps precision and recall with its texts", () => {
    fc.assert(
      fc.property(sentence, sentence, fc.boolean(), (target, prediction, stem) => {
        const score = metric({ target, prediction, stem });
        const swapped = metric({ target: prediction, prediction: target, stem });
        for (const value of Object.values(score)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        expect(swapped.precision).toBeCloseTo(score.recall, 12);
      }),
    );
  });

  it("is 1 for the same text of two words or more", () => {
    fc.assert(
      fc.property(text, fc.boolean(), (same, stem) => {
        fc.pre(rougeTokens(same, stem).length >= 2);
        expect(metric({ target: same, prediction: same, stem }).f1).toBe(1);
      }),
    );
  });

  it.each([
    { target: "", prediction: "" },
    { target: "word", prediction: "" },
    { target: "", prediction: "word" },
    { target: "!?", prediction: "дом" },
  ])("is 0 for $target against $prediction", (texts) => {
    expect(metric({ ...texts, stem: true })).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});

describe("rougeTokens", () => {
  it.each([
    ["Don't STOP-now 3.14", ["don", "t", "stop", "now", "3", "14"]],
    ["Ünïcode café", ["n", "code", "caf"]],
    ["İstanbul", ["i", "stanbul"]],
  ])("of %j", (input, expected) => {
    expect(rougeTokens(input, false)).toEqual(expected);
  });

  it("stems only words longer than three letters", () => {
    expect(rougeTokens("ties dies dog running", true)).toEqual(["tie", "die", "dog", "run"]);
  });
});

describe("rougeLSum", () => {
  it("joins the common words of all predicted sentences, without counting one twice", () => {
    const toy = { target: "w1 w2 w3 w4 w5", prediction: "w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5", stem: false };
    const { precision, recall, f1 } = rougeLSum(toy);
    expect([precision, recall, f1]).toEqual([
      expect.closeTo(0.4, 12),
      expect.closeTo(0.8, 12),
      expect.closeTo(0.5333, 4),
    ]);
  });
});

describe("rougeN", () => {
  it("counts a repeated n-gram no more often than the target has it", () => {
    expect(rougeN({ target: "a b a b", prediction: "a b a b a b", order: 2, stem: false }).precision).toBe(
      0.6,
    );
  });

  it("refuses an order that is not 1 to 9", () => {
    expect(() => rougeN({ target: "a", prediction: "a", order: 0, stem: false })).toThrow(RangeError);
    expect(() => rougeN({ target: "a", prediction: "a", order: 1.5, stem: false })).toThrow(RangeError);
  });
});
