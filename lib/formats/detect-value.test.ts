import { describe, expect, it } from "vitest";
import { type ColumnType, coerceValue, detectColumnType, detectValue } from "./detect-value.ts";

describe("detectValue", () => {
  it.each<[string, unknown]>([
    ['{"a":1}', { a: 1 }],
    [" [1, 2] ", [1, 2]],
    ["5", "5"],
    ["true", "true"],
    ["null", "null"],
    ['"text"', '"text"'],
    ["{not json}", "{not json}"],
    ["[1](link)", "[1](link)"],
    ['{"a":"\\u0000"}', '{"a":"\\u0000"}'],
    [`${"[".repeat(5000)}${"]".repeat(5000)}`, `${"[".repeat(5000)}${"]".repeat(5000)}`],
    ["", ""],
  ])("%j", (cell, value) => {
    expect(detectValue(cell)).toEqual(value);
  });
});

describe("detectColumnType", () => {
  it.each<[unknown[], ColumnType]>([
    [[], "empty"],
    [["", " ", null, undefined], "empty"],
    [['{"a":1}', "[]", ""], "json"],
    [[{ a: 1 }, "[]"], "json"],
    [['{"a":1}', "x"], "text"],
    [["1", "-2.5", "1e3", ""], "number"],
    [[1, "2"], "number"],
    [["007", "1"], "text"],
    [["12345678901234567890"], "text"],
    [["0x10", "Infinity"], "text"],
    [["true", "FALSE"], "boolean"],
    [["true", "1"], "text"],
    [["yes"], "text"],
  ])("%j is %s", (samples, type) => {
    expect(detectColumnType(samples)).toBe(type);
  });
});

describe("coerceValue", () => {
  it.each<[unknown, ColumnType, unknown]>([
    ["x", "text", "x"],
    ["", "text", ""],
    [null, "text", null],
    [5, "text", "5"],
    [{ a: 1 }, "text", '{"a":1}'],
    ["", "number", null],
    [" 5 ", "number", 5],
    ["TRUE", "boolean", true],
    ['{"a":1}', "json", { a: 1 }],
    ["", "json", null],
    ["", "empty", null],
  ])("%j as %s", (value, type, expected) => {
    expect(coerceValue(value, type)).toEqual({ ok: true, value: expected });
  });

  it.each<[unknown, ColumnType, string]>([
    ["five", "number", '"five" is not a number.'],
    [Number.NaN, "number", '"NaN" is not a number.'],
    ["9".repeat(30), "number", `"${"9".repeat(30)}" is not a number of at most 15 digits.`],
    ["yes", "boolean", '"yes" is not true or false.'],
    ["{", "json", '"{" is not a JSON object or array.'],
  ])("refuses %j as %s", (value, type, reason) => {
    expect(coerceValue(value, type)).toEqual({ ok: false, reason });
  });
});
