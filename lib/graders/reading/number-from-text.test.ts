import fc from "fast-check";
import { expect, test } from "vitest";
import { numberFromText } from "./number-from-text.ts";

const point = { decimalMark: "point", take: "last", percent: "plain" } as const;
const comma = { ...point, decimalMark: "comma" } as const;

test.each([
  ["18", 18],
  ["A: 1,234", 1234],
  ["The total is $1,234.50.", 1234.5],
  ["-5", -5],
  ["−5", -5],
  ["+5", 5],
  ["-$12.00", -12],
  ["$-12.00", -12],
  ["€ 7", 7],
  [".5", 0.5],
  ["0.1 + 0.2 = 0.3", 0.3],
  ["16-3", 3],
  ["2026-03-01", 1],
  ["25%", 25],
  ["12 345", 345],
  ["12\u00a0345", 12345],
  ["1'234'567", 1234567],
  ["1,2,3", 3],
  ["1,2345", 2345],
  ["6.02e23", 6.02e23],
  ["1e-3", 0.001],
  ["v1.2.3", 3],
  ["5km", 5],
  ["x = (3)", 3],
  ["007", 7],
])("%j reads as %d", (text, value) => {
  expect(numberFromText(text, point)).toEqual({ status: "number", value });
});

test.each([
  ["1.234,56", 1234.56],
  ["1.234.567", 1234567],
  ["0,5", 0.5],
  ["12 €", 12],
  ["-3,75%", -3.75],
])("%j with a decimal comma reads as %d", (text, value) => {
  expect(numberFromText(text, comma)).toEqual({ status: "number", value });
});

test.each([
  ["", { status: "none" }],
  ["no idea", { status: "none" }],
  ["banana", { status: "none" }],
  ["NaN", { status: "not-finite", text: "NaN" }],
  ["the answer is: Infinity.", { status: "not-finite", text: "Infinity" }],
  ["1e400", { status: "not-finite", text: "1e400" }],
  ["-1e999", { status: "not-finite", text: "-1e999" }],
])("%j is %j", (text, reading) => {
  expect(numberFromText(text, point)).toEqual(reading);
});

test("takes the first, the last or the only number", () => {
  const text = "from 3 to 5";
  expect(numberFromText(text, { ...point, take: "first" })).toEqual({ status: "number", value: 3 });
  expect(numberFromText(text, { ...point, take: "last" })).toEqual({ status: "number", value: 5 });
  expect(numberFromText(text, { ...point, take: "only" })).toEqual({ status: "several", count: 2 });
  expect(numberFromText("3, then NaN", { ...point, take: "first" })).toEqual({ status: "number", value: 3 });
});

test("reads a percentage as a fraction when asked to", () => {
  expect(numberFromText("12.5 %", { ...point, percent: "fraction" })).toEqual({
    status: "number",
    value: 0.125,
  });
});

test("reads back any number that JavaScript or a British accountant writes", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const expected = { status: "number", value: Object.is(value, -0) ? 0 : value };
      expect(numberFromText(`The answer: ${value}`, point)).toEqual(expected);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
      expect(numberFromText(value.toLocaleString("en-GB"), point)).toEqual({ status: "number", value });
      expect(numberFromText(value.toLocaleString("de-DE"), comma)).toEqual({ status: "number", value });
    }),
  );
});
