import { expect, test } from "vitest";
import { sameVerdictRule, type VerdictRule } from "./verdict-rule.ts";
import { verdictRuleSchema } from "./verdict-rule-schema.ts";
import { verdictRuleWords } from "./verdict-rule-words.ts";

const plain = { weight: 1, critical: false };
const critical = { weight: 1, critical: true };

test.each<[VerdictRule, { weight: number; critical: boolean }[], string]>([
  [{ kind: "all" }, [plain], "every grader that counts passes it"],
  [{ kind: "all" }, [plain, critical], "every grader that counts passes it"],
  [{ kind: "any" }, [], "at least one grader that counts passes it"],
  [{ kind: "any" }, [plain, { weight: 0, critical: true }], "at least one grader that counts passes it"],
  [{ kind: "any" }, [critical, plain], "every critical grader and at least one of the others pass it"],
  [{ kind: "any" }, [critical, { weight: 0, critical: false }], "every critical grader passes it"],
  [{ kind: "weighted", threshold: 0.7 }, [plain], "the weighted mean of its scores is at least 0.7"],
  [
    { kind: "weighted", threshold: 0.7 },
    [plain, critical],
    "every critical grader passes it and the weighted mean of its scores is at least 0.7",
  ],
])("%j with %j", (rule, graders, words) => {
  expect(verdictRuleWords(rule, graders)).toBe(words);
});

test("is parsed strictly", () => {
  const reads = (value: unknown) => verdictRuleSchema.safeParse(value).success;
  expect([{ kind: "all" }, { kind: "any" }, { kind: "weighted", threshold: 1 }].every(reads)).toBe(true);
  const refused = [
    { kind: "most" },
    { kind: "weighted" },
    { kind: "weighted", threshold: 2 },
    { kind: "weighted", threshold: Number.NaN },
    { kind: "all", threshold: 1 },
    null,
  ];
  expect(refused.some(reads)).toBe(false);
});

test("is compared by what it says", () => {
  expect(sameVerdictRule({ kind: "all" }, { kind: "all" })).toBe(true);
  expect(sameVerdictRule({ kind: "all" }, { kind: "any" })).toBe(false);
  expect(sameVerdictRule({ kind: "weighted", threshold: 0.5 }, { kind: "weighted", threshold: 0.5 })).toBe(
    true,
  );
  expect(sameVerdictRule({ kind: "weighted", threshold: 0.5 }, { kind: "weighted", threshold: 0.6 })).toBe(
    false,
  );
});
