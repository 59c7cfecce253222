import { expect, it } from "vitest";
import { createLeadN, leadNConfigSchema } from "./lead-n.ts";

const lead = (config: object, input: unknown) =>
  createLeadN(leadNConfigSchema.parse(config)).predict(input).output;

it.each<[object, unknown, string]>([
  [{ count: 2 }, "One. Two! Three? Four.", "One. Two!"],
  [{}, "Only one", "Only one"],
  [{ count: 1 }, "  It costs 3.50 euros. More.", "It costs 3.50 euros."],
  [{ count: 1 }, "\n\n First.\n\nSecond.", "First."],
  [{ count: 1, locale: "ja" }, "今日は晴れ。明日は雨。", "今日は晴れ。"],
  [{ unit: "words", count: 2 }, "Hello, wide world", "Hello, wide"],
  [{ unit: "words", count: 9 }, "a b", "a b"],
  [{}, "", ""],
  [{}, null, ""],
  [{ count: 1, inputField: "body" }, { title: "T.", body: "B. C." }, "B."],
])("%j on %j", (config, input, output) => {
  expect(lead(config, input)).toBe(output);
});

it("does not read a long text to its end", () => {
  expect(lead({ count: 1 }, `Short. ${"Word. ".repeat(2_000_000)}`).slice(0, 20)).toBe("Short.");
});

it.each([{ locale: "not a tag" }, { count: 0 }, { unit: "lines" }])("refuses %j", (config) => {
  expect(leadNConfigSchema.safeParse(config).success).toBe(false);
});
