import { expect, it } from "vitest";
import { inputText } from "./input-text.ts";
import { wordTokens } from "./word-tokens.ts";

it.each<[unknown, string | undefined, string]>([
  ["text", undefined, "text"],
  ["text", "field", "text"],
  [{ a: "x", b: "y" }, "b", "y"],
  [{ a: "x", b: { c: "y", d: ["z"] } }, "b", "y\nz"],
  [{ a: "x", b: ["y", 1, null, { c: "z" }] }, "missing", "x\ny\nz"],
  [{ a: 5 }, "a", "5"],
  [5, undefined, "5"],
  [false, undefined, "false"],
  [null, undefined, ""],
  [{}, "constructor", ""],
  [JSON.parse('{"__proto__":"p"}'), "__proto__", "p"],
  [[{ role: "user", content: "hi" }], undefined, "user\nhi"],
])("inputText(%j, %j)", (input, field, text) => {
  expect(inputText(input, field)).toBe(text);
});

it.each([
  ["I can't, a_1!", ["i", "can", "t", "a_1"]],
  ["Ünï 世界 ٣", ["ünï", "世界", "٣"]],
  ["…", []],
])("wordTokens(%j)", (text, tokens) => {
  expect(wordTokens(text)).toEqual(tokens);
});
