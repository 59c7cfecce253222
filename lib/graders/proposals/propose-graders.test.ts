import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findGraderKind } from "../registry.ts";
import { inlineGrader } from "../testing/inline-grader.ts";
import { contentOf } from "./adopt-proposed-graders.ts";
import { freeName } from "./free-name.ts";
import type { CaseSample, ProposedJudge } from "./proposal.ts";
import { proposeGraders } from "./propose-graders.ts";

const sentence =
  "The new export keeps every column, and it no longer stops at ten thousand rows of a large account.";
const cases = (expected: readonly unknown[], metadata: CaseSample["metadata"] = {}): CaseSample[] =>
  expected.map((value) => ({ input: "Question", expected: value, metadata }));
const known = (kinds: readonly string[]) => kinds.filter((kind) => findGraderKind(kind) !== null);
const judge: ProposedJudge = {
  modelVersionId: "0190a8f0-0000-7000-8000-000000000001",
  name: "gpt-small",
  prices: { inputPrice: 1_000_000, outputPrice: 4_000_000 },
};

describe("the shape of the expected values", () => {
  test.each([
    ["labels", ["billing", "bug", "bug", "login", "bug", "billing"], ["exact-match"]],
    ["labels with an odd one", [...Array(20).fill("bug"), "a b c d e f g h i j"], ["exact-match"]],
    ["true and false", [true, false, true, true], ["exact-match"]],
    ["option letters", ["A", "C", "B)", "(D)", "B"], ["multiple-choice"]],
    ["options with their texts", ["A) Paris", "B) Rome", "A) Oslo"], ["multiple-choice"]],
    ["objects", [{ total: 1 }, { total: 2 }], ["json-fields"]],
    ["objects as text", ['{"total": 1}', ' {"total": 2}'], ["json-fields"]],
    ["numbers", [1, 2.5, 3], ["numeric"]],
    ["numbers as text", ["1,234", "$5", "7 km"], ["numeric"]],
    ["worked solutions", ["so 9 * 2 = <<9*2=18>>18.\nA: 18", "first 3, then 4.\n#### 1,200"], ["numeric"]],
    ["expressions", ["\\frac{1}{2}", "2x+1", "\\sqrt{3}"], ["math-equivalence"]],
    ["fractions", ["1/2", "3/4", "7"], ["math-equivalence"]],
    ["dates are no expressions", ["2024-01-02", "2023-05-06", "2022-11-12"], ["token-f1", "quasi-exact"]],
    ["lists of accepted answers", [["bug", "defect"], ["bug"], ["login"], ["bug"]], ["exact-match"]],
    ["lists of labels", [["red", "blue"], ["red", "green"], ["blue"], []], ["list-match"]],
    ["lists of labels as text", ['["red", "blue"]', '["green"]'], ["list-match"]],
    ["queries", ["SELECT name FROM city", "with a as (select 1) select * from a"], ["sql-result", "syntax"]],
    ["code", ["def add(a, b):\n  return a + b", "import os\nprint(os.name)"], ["syntax"]],
    ["calls of tools", [[{ name: "search", arguments: { q: "x" } }]], ["tool-calls"]],
    ["short texts", ["Blaise Pascal", "in the winter of 1812", "Lake Geneva"], ["token-f1", "quasi-exact"]],
    ["long texts", [sentence, `${sentence} ${sentence}`], ["rouge-l", "chrf"]],
    ["no expected values", [null, undefined, "", []], ["not-empty", "refusal", "latency", "cost"]],
    ["no cases", [], []],
  ])("%s", (_name, expected, kinds) => {
    expect(proposeGraders(cases(expected)).map(({ kind }) => kind)).toEqual(known(kinds));
  });
});

describe("what is learnt", () => {
  const configOf = (expected: readonly unknown[]) => proposeGraders(cases(expected))[0]?.config;

  test.each([
    ["whole numbers must be met", [1, 20, 300], { absoluteTolerance: 0, relativeTolerance: 0 }],
    ["rounded ones to half their last place", ["1.25", "3.5"], { absoluteTolerance: 0.005 }],
    ["calculated ones to a thousandth", [0.333333, 1.7320508], { relativeTolerance: 0.001 }],
    ["a decimal comma", ["1,5", "1.234,50"], { decimalMark: "comma", absoluteTolerance: 0.005 }],
    ["a mark before the number", ["x\n#### 18", "y\n#### 1,200"], { take: "marked" }],
    ["the last option", ["A", "E", "B"], { lastLetter: "E" }],
  ])("%s", (_name, expected, config) => {
    expect(configOf(expected)).toMatchObject(config);
  });

  test("a rule for each field of an object", () => {
    const note = "It was sent on a Monday, and nobody has answered it since then.";
    const object = { total: 12.5, vendor: { name: "ACME" }, paid: true, lines: [1], note };
    expect(configOf([object, object])).toEqual({
      defaultRule: "exact",
      absoluteTolerance: 0.005,
      fields: [
        { path: "total", rule: "numeric" },
        { path: "vendor.name", rule: "ignore-case" },
        { path: "note", rule: "ignore" },
      ],
    });
  });
});

describe("metadata", () => {
  test("sources are for citations, tools for their calls, tests for code", () => {
    const kinds = (metadata: CaseSample["metadata"], expected: unknown) =>
      proposeGraders(cases([expected, expected], metadata)).map(({ kind }) => kind);
    expect(kinds({ sources: ["One.", "Two."] }, sentence)).toContain("citations");
    expect(kinds({ tools: [{ name: "search", parameters: {} }] }, null)).toContain("valid-tool-calls");
    expect(kinds({ toolCalls: [{ name: "search", arguments: {} }] }, null)).toContain("tool-calls");
    expect(kinds({ tests: "assertEqual(1, 1)" }, "const x = 1")).toEqual(
      known(["javascript-tests", "syntax"]),
    );
  });
});

describe("judges", () => {
  const judged = findGraderKind("judge-rubric") !== null;

  test.runIf(judged)("a judge decides on long texts, and says what it costs", () => {
    const proposals = proposeGraders(cases([sentence, sentence]), judge);
    expect(proposals.map(({ kind, weight }) => [kind, weight])).toEqual([
      ["rouge-l", 0],
      ["chrf", 0],
      ["judge-rubric", 1],
    ]);
    // (8 + 98 + 98) / 4 + 400 tokens at $1, and 120 tokens at $4, for a million each; a thousand answers.
    expect(proposals.at(-1)?.cost).toEqual({ type: "judge", model: "gpt-small", microUsdPer1000: 931_000 });
  });

  test("nothing that costs money is proposed without one", () => {
    const proposals = proposeGraders([...cases([sentence]), ...cases([null], { contexts: ["A source."] })]);
    expect(proposals.every(({ cost }) => cost.type !== "judge")).toBe(true);
  });
});

test("every proposal can be made, one of them decides, and each says why and what it cannot see", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 20 }), (expected) => {
      const proposals = proposeGraders(cases(expected), judge);
      expect(new Set(proposals.map(({ kind }) => kind)).size).toBe(proposals.length);
      if (expected.length > 0) expect(proposals.some(({ weight }) => weight > 0)).toBe(true);
      for (const proposal of proposals) {
        const content = contentOf(proposal);
        expect(proposal.reason).toMatch(/^[A-Z].*\.$/s);
        expect(proposal.blind).toMatch(/^[A-Z].*[.”]$/s);
        if (findGraderKind(proposal.kind)?.execution !== "inline") continue;
        const graded = inlineGrader(content)({ input: {}, expected: expected[0], output: "x", metadata: {} });
        expect(graded.reason).not.toBe("");
      }
    }),
  );
});

test("a free name is new, short enough and tells the dataset", () => {
  expect(freeName("Number", "Invoices", new Set())).toBe("Number");
  expect(freeName("Number", "Invoices", new Set(["Number"]))).toBe("Number, Invoices");
  expect(freeName("Number", "Invoices", new Set(["Number", "Number, Invoices"]))).toBe("Number, Invoices 2");
  expect(freeName("Number", "x".repeat(300), new Set(["Number"])).length).toBeLessThanOrEqual(120);
});
