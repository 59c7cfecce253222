import { describe, expect, it } from "vitest";
import { createKeywordRules, keywordRulesConfigSchema } from "./keyword-rules.ts";

const answer = (rule: object, input: unknown) =>
  createKeywordRules(
    keywordRulesConfigSchema.parse({ rules: [{ label: "hit", ...rule }], defaultLabel: "miss" }),
  ).predict(input).output;

describe("keyword rules", () => {
  it.each<[object, unknown, string]>([
    [{ anyOf: ["card"] }, "My CARD, please", "hit"],
    [{ anyOf: ["card"] }, "discard cards", "miss"],
    [{ anyOf: ["card"] }, "discard the card", "hit"],
    [{ anyOf: ["é"] }, "café é", "hit"],
    [{ anyOf: ["caf"] }, "café", "miss"],
    [{ anyOf: ["caf"] }, "cafe\u0301", "miss"],
    [{ anyOf: ["lost card"] }, "a lost card.", "hit"],
    [{ anyOf: ["C++"] }, "I use c++.", "hit"],
    [{ anyOf: ["c"] }, "c_1", "miss"],
    [{ anyOf: ["карта"] }, "Где КАРТА?", "hit"],
    [{ anyOf: ["𝒳"] }, "a𝒳", "miss"],
    [{ anyOf: ["a"] }, "𝒳a", "miss"],
    [{ anyOf: [".*"] }, "anything", "miss"],
    [{ anyOf: ["a", "b"], allOf: ["c"] }, "b c", "hit"],
    [{ anyOf: ["a"], allOf: ["c"] }, "a", "miss"],
    [{ allOf: ["a", "b"] }, "b a", "hit"],
    [{ anyOf: ["a"], noneOf: ["not"] }, "not a", "miss"],
    [{ anyOf: ["card"] }, { deep: [{ text: "card" }] }, "hit"],
    [{ anyOf: ["card"] }, null, "miss"],
  ])("%j on %j: %s", (rule, input, output) => {
    expect(answer(rule, input)).toBe(output);
  });

  it("takes the first rule that applies", () => {
    const rules = [
      { label: "first", anyOf: ["x"] },
      { label: "second", anyOf: ["x"] },
    ];
    expect(createKeywordRules(keywordRulesConfigSchema.parse({ rules })).predict("x").output).toBe("first");
  });

  it("refuses a rule without phrases", () => {
    expect(keywordRulesConfigSchema.safeParse({ rules: [{ label: "x", noneOf: ["y"] }] }).success).toBe(
      false,
    );
    expect(keywordRulesConfigSchema.safeParse({ rules: [{ label: "x", anyOf: [" "] }] }).success).toBe(false);
  });
});
