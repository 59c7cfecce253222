import { expect, test } from "vitest";
import { storableJson, storableText } from "./storable.ts";

test.each([
  ["plain é 漢字 👍", "plain é 漢字 👍"],
  ["a\0b", "a\uFFFDb"],
  ["\ud83d", "\uFFFD"],
  ["", ""],
])("text %j is stored as %j", (text, stored) => {
  expect(storableText(text)).toBe(stored);
});

test("JSON is repaired at every depth and undefined is null", () => {
  expect(storableJson({ a: ["x\0", { b: "\udc00" }] })).toBe('{"a":["x\uFFFD",{"b":"\uFFFD"}]}');
  expect(storableJson({ "k\0": { "\ud800": 1 } })).toBe('{"k\uFFFD":{"\uFFFD":1}}');
  expect(storableJson({ path: "C:\\users", tab: "\t" })).toBe('{"path":"C:\\\\users","tab":"\\t"}');
  expect(storableJson({ no: undefined, not: Number.NaN })).toBe('{"not":null}');
  expect(storableJson(undefined)).toBe("null");
});
