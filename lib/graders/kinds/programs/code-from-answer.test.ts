import { expect, test } from "vitest";
import { codeFromAnswer } from "./code-from-answer.ts";

test.each([
  ["no fence", "  SELECT 1\n", "SELECT 1"],
  ["a fence", "Here:\n```sql\nSELECT 1;\n```\nDone.", "SELECT 1;"],
  ["a fence without a language", "```\nx = 1\n```", "x = 1"],
  ["tildes", "~~~py\nx = `1`\n~~~", "x = `1`"],
  ["the first of two", "```\na\n```\n```\nb\n```", "a"],
  ["a longer fence around a shorter one", "````md\n```js\n1\n```\n````", "```js\n1\n```"],
  ["a fence that is never closed", "```js\nlet a;\n", "let a;"],
  ["Windows line ends", "```js\r\nlet a;\r\n```", "let a;\r"],
  ["an empty fence", "```\n```", ""],
  ["a fence inside a string", "```js\nconst a = '```';\n```", "const a = '```';"],
  ["inline code", "Use ```x``` here", "Use ```x``` here"],
  ["indentation is kept", "```py\n    return 1\n```", "    return 1"],
  ["an empty answer", "", ""],
])("%s", (_name, answer, code) => {
  expect(codeFromAnswer(answer)).toBe(code);
});

test("a megabyte of fences is read in one pass", () => {
  expect(codeFromAnswer("```\nx\n".repeat(150_000))).toContain("x");
  expect(codeFromAnswer("`".repeat(1_000_000))).toBe("");
});
