import fc from "fast-check";
import { expect, test } from "vitest";
import { graderKind } from "../registry.ts";
import { inlineGrader } from "../testing/inline-grader.ts";
import { freeName } from "./free-name.ts";
import { proposeGraders } from "./propose-graders.ts";

const sentence =
  "The new export keeps every column, and it no longer stops at ten thousand rows of a large account.";

test.each([
  ["labels", ["billing", "bug", "bug", "login", "bug", "billing"], ["exact-match"]],
  ["labels with an odd one", [...Array(20).fill("bug"), "a b c d e f g h i j"], ["exact-match"]],
  ["true and false", [true, false, true, true], ["exact-match"]],
  ["objects", [{ total: 1 }, { total: 2 }], ["json-fields"]],
  ["objects as text", ['{"total": 1}', ' {"total": 2}'], ["json-fields"]],
  ["numbers", [1, 2.5, 3], ["numeric"]],
  ["numbers as text", ["1,234", "$5", "7 km"], ["numeric"]],
  ["worked solutions", ["so 9 * 2 = <<9*2=18>>18.\nA: 18", "first 3, then 4.\n#### 1,200"], ["numeric"]],
  ["short texts", ["Blaise Pascal", "in the winter of 1812", "Lake Geneva"], ["token-f1", "exact-match"]],
  ["long texts", [sentence, `${sentence} ${sentence}`], ["rouge-l", "token-f1"]],
  ["lists of accepted answers", [["bug", "defect"], ["bug"], ["login"], ["bug"]], ["exact-match"]],
  ["no expected values", [null, undefined, "", []], []],
  ["no cases", [], []],
])("%s", (_name, expected, kinds) => {
  expect(proposeGraders(expected).map((proposal) => proposal.kind)).toEqual(kinds);
});

test("every proposal can be compiled, the first one counts, and each has a reason", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 20 }), (expected) => {
      for (const [index, { kind, config, threshold, weight, reason }] of proposeGraders(expected).entries()) {
        const { configSchema, defaults, defaultThreshold } = graderKind(kind);
        expect(configSchema.safeParse(config ?? defaults).success).toBe(true);
        expect(reason).toMatch(/^[A-Z].*\.$/s);
        if (index === 0) expect(weight ?? 1).toBeGreaterThan(0);
        const rule = {
          kind,
          config: config ?? defaults,
          direction: "higher",
          threshold: threshold ?? defaultThreshold,
        } as const;
        expect(
          inlineGrader(rule)({ input: {}, expected: expected[0], output: "x", metadata: {} }).reason,
        ).not.toBe("");
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
