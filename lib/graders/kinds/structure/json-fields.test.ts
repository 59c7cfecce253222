import { expect, test } from "vitest";
import { graderKind } from "../../registry.ts";
import { gradeWith } from "../../testing/grade-with.ts";

const expected = {
  number: "RE-7",
  total: 1234.5,
  tax: null,
  vendor: { name: "Acme", city: "Bonn" },
  lines: [1, 2],
};

const fields = (...rules: [string, string][]) => ({ fields: rules.map(([path, rule]) => ({ path, rule })) });

test.each([
  ["all right", {}, expected, 1],
  ["one of six wrong", {}, { ...expected, number: "RE-8" }, 5 / 6],
  ["a nested one wrong", {}, { ...expected, vendor: { name: "Acme", city: "Köln" } }, 5 / 6],
  ["a whole branch missing", {}, { ...expected, vendor: undefined }, 4 / 6],
  ["a branch that is a text", {}, { ...expected, vendor: "Acme" }, 4 / 6],
  ["a list in another order", {}, { ...expected, lines: [2, 1] }, 5 / 6],
  ["null and missing", {}, { ...expected, tax: undefined }, 1],
  ["null and missing, told apart", { missingIsNull: false }, { ...expected, tax: undefined }, 5 / 6],
  ["null where a value was expected", {}, { ...expected, number: null }, 5 / 6],
  ["text where a number was expected", {}, { ...expected, total: "1234.5" }, 5 / 6],
  [
    "text where a number was expected, numeric",
    fields(["total", "numeric"]),
    { ...expected, total: "$1,234.50" },
    1,
  ],
  [
    "within the tolerance",
    { ...fields(["total", "numeric"]), absoluteTolerance: 1 },
    { ...expected, total: 1235 },
    1,
  ],
  ["case", {}, { ...expected, number: " re-7" }, 5 / 6],
  ["case, ignored", fields(["number", "ignore-case"]), { ...expected, number: " re-7" }, 1],
  ["an ignored field does not count", fields(["number", "ignore"]), { ...expected, number: "x" }, 1],
  ["a rule for a branch", fields(["vendor", "ignore"]), { ...expected, vendor: 1 }, 1],
  [
    "the nearest rule wins",
    fields(["vendor", "ignore"], ["vendor.city", "exact"]),
    { ...expected, vendor: { name: "x", city: "y" } },
    4 / 5,
  ],
  ["extra fields, allowed", {}, { ...expected, note: "x" }, 1],
  ["extra fields, counted", { extraFields: "count" }, { ...expected, note: "x" }, 6 / 7],
  [
    "extra fields, counted once below a value",
    { extraFields: "count" },
    { ...expected, tax: { rate: 1 } },
    5 / 6,
  ],
  [
    "extra fields, ignored by name",
    { extraFields: "count", ...fields(["note", "ignore"]) },
    { ...expected, note: "x" },
    1,
  ],
  ["a list instead of an object", {}, [expected], 0],
])("%s", (_name, config, answer, score) => {
  const graded = gradeWith("json-fields", config, { expected, output: JSON.stringify(answer) });
  expect(graded).toMatchObject({ status: "scored", score, passed: score === 1 });
});

test("lists the verdict on each field, and names the first wrong one", () => {
  const output = JSON.stringify({ ...expected, number: "RE-8", vendor: { name: "Acme" } });
  const graded = gradeWith("json-fields", {}, { expected, output });
  expect(graded.reason).toBe("4 of 6 compared fields are right. “number” is “RE-8”; expected “RE-7”.");
  expect(graded).toMatchObject({
    detail: {
      notShown: 0,
      fields: [
        { path: "number", matched: false },
        { path: "total", matched: true, note: "is “1234.5”, as expected" },
        { path: "tax", matched: true },
        { path: "vendor.name", matched: true },
        { path: "vendor.city", matched: false, note: "is missing; expected “Bonn”" },
        { path: "lines", matched: true },
      ],
    },
  });
});

test("reads an expected object that was imported as text, and an answer in a fence", () => {
  const output = '```json\n{"a": 1}\n```';
  expect(gradeWith("json-fields", {}, { expected: '{"a": 1}', output })).toMatchObject({ score: 1 });
});

test.each([
  ["an expected text", "Bonn", {}],
  ["an expected list", [1], {}],
  ["an empty expected object", {}, {}],
  ["only ignored fields", { a: 1 }, { defaultRule: "ignore" }],
])("%s is unscored", (_name, value, config) => {
  expect(gradeWith("json-fields", config, { expected: value, output: "{}" }).status).toBe("unscored");
});

test("keys such as __proto__ and constructor are fields like any other", () => {
  const text = '{"__proto__": {"a": 1}, "constructor": 2}';
  expect(gradeWith("json-fields", {}, { expected: JSON.parse(text), output: text })).toMatchObject({
    score: 1,
  });
  expect(gradeWith("json-fields", {}, { expected: JSON.parse(text), output: "{}" })).toMatchObject({
    score: 0,
  });
});

test("two rules for one field are a configuration error", () => {
  const { configSchema, defaults } = graderKind("json-fields");
  const config = { ...Object(defaults), ...fields(["a", "exact"], ["a", "ignore"]) };
  expect(configSchema.safeParse(config).success).toBe(false);
});
