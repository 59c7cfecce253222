import { expect, test } from "vitest";
import { chooseDiffMode, jsonContainer } from "./diff-mode.ts";

test.each<[string, unknown, string, string]>([
  ["two labels", "billing", "login", "words"],
  ["an object and JSON text", { a: 1 }, '{"a":2}', "json"],
  ["JSON text in a code fence", '{"a":1}', '```json\n{"a":2}\n```', "json"],
  ["an object and prose", { a: 1 }, "I could not find it.", "words"],
  ["numbers", 12, "13", "words"],
  ["nothing expected, a list", null, "Notes:\n- one\n- two", "markdown"],
  ["nothing expected, one line", undefined, "one line", "raw"],
  ["an empty answer", "billing", "", "words"],
])("%s", (_name, before, after, mode) => {
  expect(chooseDiffMode(before, after)).toBe(mode);
});

test.each([
  ["null", "null"],
  ["a number", "12"],
  ["half an object", '{"a":'],
  ["an object with words after it", '{"a":1} so there'],
])("%s is no JSON container", (_name, text) => {
  expect(jsonContainer(text)).toBeNull();
});
