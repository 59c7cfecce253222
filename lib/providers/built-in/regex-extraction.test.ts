import { describe, expect, it } from "vitest";
import { createRegexExtraction, regexExtractionConfigSchema } from "./regex-extraction.ts";

const create = (...fields: object[]) => createRegexExtraction(regexExtractionConfigSchema.parse({ fields }));
const extract = (field: object, input: unknown): unknown =>
  JSON.parse(create({ name: "x", ...field }).predict(input).output).x;

describe("pattern extraction", () => {
  it.each<[object, string, unknown]>([
    [{ pattern: "\\d+" }, "a 12 b 34", "12"],
    [{ pattern: "total: (\\d+)" }, "total: 12", "12"],
    [{ pattern: "(\\d+) (\\w+)", group: 2 }, "12 eggs", "eggs"],
    [{ pattern: "(\\d+) (?P<unit>\\w+)", group: "unit" }, "12 eggs", "eggs"],
    [{ pattern: "(\\d+)", group: 0 }, "12", "12"],
    [{ pattern: "TOTAL", flags: "i" }, "total", "total"],
    [{ pattern: "^b$", flags: "m" }, "a\nb", "b"],
    [{ pattern: "a.b", flags: "s" }, "a\nb", "a\nb"],
    [{ pattern: "z" }, "abc", null],
    [{ pattern: "z", default: "none" }, "abc", "none"],
    [{ pattern: "(a)|(b)", group: 2 }, "a", null],
    [{ pattern: ".+", type: "number" }, "-1,234.50", -1234.5],
    [{ pattern: ".+", type: "number" }, "1,23", null],
    [{ pattern: ".+", type: "number" }, "1e999", null],
    [{ pattern: ".+", type: "number", default: 0 }, "-", 0],
    [{ pattern: ".+", type: "date" }, "2024-02-29", "2024-02-29"],
    [{ pattern: ".+", type: "date" }, "2024-03-05T10:00:00Z", "2024-03-05"],
    [{ pattern: ".+", type: "date" }, "2023-02-29", null],
    [{ pattern: ".+", type: "date" }, "5/3/2024", "2024-03-05"],
    [{ pattern: ".+", type: "date", dateOrder: "mdy" }, "5/3/2024", "2024-05-03"],
    [{ pattern: ".+", type: "date", dateOrder: "mdy" }, "25/3/2024", "2024-03-25"],
    [{ pattern: ".+", type: "date" }, "3/25/2024", "2024-03-25"],
    [{ pattern: ".+", type: "date" }, "5 March 2024", "2024-03-05"],
    [{ pattern: ".+", type: "date" }, "Sept. 1st, 2024", "2024-09-01"],
    [{ pattern: ".+", type: "date" }, "5 Marble 2024", null],
    [{ pattern: ".+", type: "date" }, "2024-13-01", null],
    [{ pattern: ".+", type: "date" }, "0/0/2024", null],
  ])("%j on %j", (field, text, value) => {
    expect(extract(field, text)).toEqual(value);
  });

  it("gives one JSON object with every field, whatever the fields are called", () => {
    const { output } = create({ name: "a", pattern: "a" }, { name: "__proto__", pattern: "b" }).predict("ab");
    expect(output).toBe('{"a":"a","__proto__":"b"}');
  });

  it("is not slowed down by a pattern that makes other engines backtrack for ever", () => {
    expect(extract({ pattern: "^(a+)+$" }, `${"a".repeat(20_000)}b`)).toBeNull();
  });

  it.each([
    ["(?<=a)b", /field "x" cannot be used.*lookbehind/],
    ["(a)\\1", /backreferences/],
    ["(", /missing closing/],
    ["a{9999}", /invalid repeat count/],
  ])("refuses %s in words", (pattern, message) => {
    expect(() => extract({ pattern }, "")).toThrow(message);
  });

  it.each([
    ["(a)", 2],
    ["(a)", "name"],
    ["(a)", "constructor"],
  ])("refuses %s without group %s", (pattern, group) => {
    expect(() => extract({ pattern, group }, "a")).toThrow(/has no group/);
  });
});
