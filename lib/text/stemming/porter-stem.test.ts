import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { porterStem } from "./porter-stem.ts";

describe("porterStem", () => {
  it.each([
    { word: "dying", nltk: "die", original: "dy", martin: "dy" },
    { word: "News", nltk: "news", original: "new", martin: "new" },
    { word: "proceed", nltk: "proceed", original: "proce", martin: "proce" },
    { word: "ties", nltk: "tie", original: "ti", martin: "ti" },
    { word: "enjoy", nltk: "enjoy", original: "enjoi", martin: "enjoi" },
    { word: "is", nltk: "is", original: "i", martin: "is" },
    { word: "geology", nltk: "geolog", original: "geologi", martin: "geologi" },
    { word: "archaeology", nltk: "archaeolog", original: "archaeologi", martin: "archaeolog" },
    { word: "conformably", nltk: "conform", original: "conform", martin: "conform" },
    { word: "hopefully", nltk: "hope", original: "hopefulli", martin: "hopefulli" },
    { word: "rationally", nltk: "ration", original: "ration", martin: "ration" },
    { word: "adoption", nltk: "adopt", original: "adopt", martin: "adopt" },
    { word: "controlling", nltk: "control", original: "control", martin: "control" },
    { word: "replacement", nltk: "replac", original: "replac", martin: "replac" },
    { word: "yyy", nltk: "yyy", original: "yyi", martin: "yyi" },
  ])("of $word", ({ word, nltk, original, martin }) => {
    expect(porterStem(word, "nltk")).toBe(nltk);
    expect(porterStem(word, "original")).toBe(original);
    expect(porterStem(word, "martin")).toBe(martin);
  });

  it("never grows a word by more than a letter, and takes any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 20 }),
        fc.constantFrom("nltk", "original", "martin"),
        (word, variant) => {
          expect(porterStem(word, variant).length).toBeLessThanOrEqual(word.toLowerCase().length + 1);
        },
      ),
    );
  });
});
