import { describe, expect, it } from "vitest";
import { squadExactMatch } from "./exact-match.ts";
import { normaliseAnswer } from "./normalise-answer.ts";
import { squadTokenF1 } from "./token-f1.ts";

describe("normaliseAnswer", () => {
  it.each([
    ["The Broncos of Denver, Colorado", "broncos of denver colorado"],
    ["well-known", "wellknown"],
    ["  A\tcat\n and   an APPLE ", "cat and apple"],
    ["Theatre another antheap", "theatre another antheap"],
    ["the-end", "theend"],
    ["«the» élan", "« » élan"],
    ["éa cat", "éa cat"],
    ["!!!", ""],
  ])("turns %j into %j", (answer, expected) => {
    expect(normaliseAnswer(answer)).toBe(expected);
  });
});

describe("squadTokenF1", () => {
  it.each([
    { prediction: "well known", golds: ["well-known"], f1: 0 },
    { prediction: "cat hat hat", golds: ["the cat and the hat"], f1: 2 / 3 },
    { prediction: "cat cat cat", golds: ["cat"], f1: 0.5 },
    { prediction: "Bernadette", golds: ["Saint Bernadette Soubirous", "Bernadette"], f1: 1 },
    { prediction: "", golds: [""], f1: 1 },
    { prediction: "no answer", golds: [""], f1: 0 },
    { prediction: "", golds: ["cat"], f1: 0 },
    { prediction: "The.", golds: [], f1: 1 },
    { prediction: "cat", golds: [], f1: 0 },
    { prediction: "", golds: ["the", "cat"], f1: 0 },
    { prediction: "constructor", golds: ["__proto__ constructor"], f1: 2 / 3 },
  ])("is $f1 for $prediction against $golds", ({ prediction, golds, f1 }) => {
    expect(squadTokenF1(prediction, golds)).toBeCloseTo(f1, 12);
  });
});

describe("squadExactMatch", () => {
  it.each([
    { prediction: "U.S.A.", golds: ["USA"], matches: true },
    { prediction: "the cat", golds: ["dog", "Cat!"], matches: true },
    { prediction: "well known", golds: ["well-known"], matches: false },
    { prediction: "an", golds: [], matches: true },
    { prediction: "cat", golds: [], matches: false },
  ])("of $prediction and $golds is $matches", ({ prediction, golds, matches }) => {
    expect(squadExactMatch(prediction, golds)).toBe(matches);
  });
});
