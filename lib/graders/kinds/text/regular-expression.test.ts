import { expect, test } from "vitest";
import { graderKind } from "../../registry.ts";
import { gradeWith } from "../../testing/grade-with.ts";

test.each([
  ["search", { pattern: "\\d{4}" }, "in 2024", 1],
  ["no match", { pattern: "\\d{4}" }, "in 24", 0],
  ["full match of a part", { pattern: "\\d{4}", match: "full" }, "in 2024", 0],
  ["full match", { pattern: "\\d{4}", match: "full" }, "2024", 1],
  ["full match with an alternative", { pattern: "yes|yesterday", match: "full" }, "yesterday", 1],
  ["case", { pattern: "yes" }, "YES", 0],
  ["case, ignored", { pattern: "yes", ignoreCase: true }, "YES", 1],
  ["the start of a line", { pattern: "^b" }, "a\nb", 0],
  ["the start of a line, multiline", { pattern: "^b", multiline: true }, "a\nb", 1],
  ["the dot and a line end", { pattern: "a.b" }, "a\nb", 0],
  ["the dot and a line end, dotAll", { pattern: "a.b", dotAll: true }, "a\nb", 1],
  ["a script", { pattern: "\\p{Greek}" }, "γνῶθι", 1],
  ["an escaped code unit", { pattern: "\\u00e9" }, "é", 1],
])("%s", (_name, config, output, score) => {
  expect(gradeWith("regular-expression", config, { output })).toMatchObject({ status: "scored", score });
});

test("keeps named groups", () => {
  const config = { pattern: "(?<year>\\d{4})-(?<month>\\d\\d)(?P<day>-\\d\\d)?" };
  expect(gradeWith("regular-expression", config, { output: "on 2024-03." })).toMatchObject({
    detail: {
      match: "2024-03",
      groups: [
        { name: "year", text: "2024" },
        { name: "month", text: "03" },
        { name: "day", text: null },
      ],
    },
  });
});

test.each([
  ["", /Enter a pattern/],
  ["(a", /cannot be read: missing closing \)/],
  ["(a)\\1", /Back-references/],
  ["foo(?=bar)", /Look-ahead/],
  ["(?<!a)b", /look-behind/],
  ["(?:a{1,1000}b?){500}", /too large|cannot be read/],
  ["a".repeat(6_000), /at most 5,000 characters/],
])("the pattern %j is a clear configuration error", (pattern, message) => {
  const { configSchema, defaults } = graderKind("regular-expression");
  const parsed = configSchema.safeParse({ ...Object(defaults), pattern });
  expect(parsed.error?.issues[0]).toMatchObject({
    path: ["pattern"],
    message: expect.stringMatching(message),
  });
});

test.each(["(a+)+$", "(a|aa)+$", "(.*)*b", "(x+x+)+y", "^(\\w+\\s?)*$"])(
  "%s, which backtracks for ever elsewhere, ends",
  (pattern) => {
    const output = `${"a".repeat(50_000)}!`;
    expect(gradeWith("regular-expression", { pattern }, { output }).status).toBe("scored");
  },
);
