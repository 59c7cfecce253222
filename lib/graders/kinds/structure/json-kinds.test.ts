import { expect, test } from "vitest";
import { graderKind } from "../../registry.ts";
import { gradeWith } from "../../testing/grade-with.ts";

test.each([
  ["an object", {}, '{"a": 1}', 1],
  ["a list where an object was asked for", {}, "[1]", 0],
  ["a list", { shape: "list" }, "[1]", 1],
  ["anything", { shape: "any" }, "3", 1],
  ["a trailing comma", {}, '{"a": 1,}', 0],
  ["single quotes", {}, "{'a': 1}", 0],
  ["NaN", { shape: "any" }, "NaN", 0],
  ["prose around it", {}, 'Here: {"a": 1}', 0],
  ["a fence", {}, '```json\n{"a": 1}\n```', 0],
  ["a fence, allowed", { allowFence: true }, 'Sure.\n```json\n{"a": 1}\n```\nDone.', 1],
  ["a fence without a language", { allowFence: true }, '```\n{"a": 1}\n```', 1],
  ["a fence on one line", { allowFence: true }, '```{"a": 1}```', 1],
  ["a fence inside a string", { allowFence: true }, '```json\n{"a": "``` x"}\n```', 1],
  ["a fence that is never closed", { allowFence: true }, '```json\n{"a": 1}', 1],
  ["a fence with something else in it", { allowFence: true }, "```python\nprint(1)\n```", 0],
])("valid JSON: %s", (_name, config, output, score) => {
  expect(gradeWith("json-validity", config, { output })).toMatchObject({ status: "scored", score });
});

test.each([
  ['{"a": 1, "b" 2}', /an error at character 14, near/],
  ["", /is empty/],
  ["```json\n{}\n```", /code fence, and this grader takes bare JSON only/],
  ["Sure, here it is", /not JSON: “Sure, here it is”/],
])("valid JSON: the reason for %j", (output, reason) => {
  expect(gradeWith("json-validity", {}, { output }).reason).toMatch(reason);
});

const invoice = {
  type: "object",
  required: ["total", "currency"],
  additionalProperties: false,
  properties: {
    total: { type: "number", minimum: 0 },
    currency: { enum: ["EUR", "USD"] },
    date: { type: "string", format: "date" },
    number: { type: "string", pattern: "^[A-Z]{2}-\\d+$" },
  },
};

test.each([
  [
    "fits",
    '{"total": 1.5, "currency": "EUR", "date": "2026-02-28", "number": "RE-1"}',
    1,
    /form that the schema/,
  ],
  ["a missing field", '{"total": 1}', 0, /must have required property 'currency'/],
  ["a wrong type", '{"total": "1", "currency": "EUR"}', 0, /“total” must be number; it is “1”/],
  ["not in the list", '{"total": 1, "currency": "CHF"}', 0, /“currency”.*\[“?"EUR","USD"|“currency”.*EUR/],
  ["an extra field", '{"total": 1, "currency": "EUR", "vat": 0}', 0, /“vat”/],
  ["no such day", '{"total": 1, "currency": "EUR", "date": "2026-02-30"}', 0, /format "date"/],
  ["another form", '{"total": 1, "currency": "EUR", "number": "1"}', 0, /pattern/],
  ["no JSON", "total: 1", 0, /not JSON/],
])("JSON Schema: %s", (_name, output, score, reason) => {
  const graded = gradeWith("json-schema", { schema: invoice }, { output });
  expect(graded).toMatchObject({ status: "scored", score, reason: expect.stringMatching(reason) });
});

test("JSON Schema: 2020-12 by default, draft-07 when the schema says so", () => {
  const pair = { prefixItems: [{ type: "string" }], items: false };
  expect(gradeWith("json-schema", { schema: pair }, { output: '["a", 1]' })).toMatchObject({ score: 0 });
  const old = { $schema: "http://json-schema.org/draft-07/schema#", items: [{ type: "string" }] };
  expect(gradeWith("json-schema", { schema: old }, { output: "[1]" })).toMatchObject({ score: 0 });
});

test.each([
  ["an unknown keyword", { type: "object", requird: ["a"] }, /requird/],
  ["an unknown type", { type: "text" }, /schema cannot be used/],
  ["an unknown format", { type: "string", format: "zip-code" }, /zip-code/],
  ["a pattern that cannot run", { type: "string", pattern: "(?=a)b" }, /Look-ahead/],
  ["a reference to another document", { $ref: "https://example.test/schema.json" }, /example\.test/],
  ["no object", [1], /JSON Schema: a JSON object/],
])("JSON Schema: %s is a clear configuration error", (_name, schema, message) => {
  const parsed = graderKind("json-schema").configSchema.safeParse({ schema, allowFence: false });
  expect(parsed.error?.issues[0]).toMatchObject({
    path: ["schema"],
    message: expect.stringMatching(message),
  });
});

test("JSON Schema: patterns and formats that backtrack elsewhere end", () => {
  const schema = { properties: { a: { pattern: "^(a+)+$" }, b: { format: "email" }, c: { format: "uri" } } };
  const long = "a".repeat(50_000);
  const output = JSON.stringify({ a: `${long}!`, b: `${long}@${long}!`, c: `http://${long} ` });
  expect(gradeWith("json-schema", { schema }, { output })).toMatchObject({ status: "scored", score: 0 });
});

test("JSON Schema: every format gives up quickly on hostile text", () => {
  const formats =
    "date time date-time duration uri uri-reference uri-template url email hostname ipv4 ipv6 uuid json-pointer";
  const hostile = ["a", "1", ".", ":", "/", "a.", "a@", "%20", "{a", "::1"].map(
    (part) => `http://${part.repeat(990)}!`,
  );
  for (const format of formats.split(" ")) {
    for (const text of hostile) {
      const graded = gradeWith(
        "json-schema",
        { schema: { format } },
        { output: JSON.stringify(text.slice(0, 2_000)) },
      );
      expect(graded.status).toBe("scored");
    }
  }
});

test("JSON Schema: each field has its own pattern", () => {
  const schema = { properties: { a: { pattern: "^x" }, b: { pattern: "^y" } } };
  expect(gradeWith("json-schema", { schema }, { output: '{"a": "x", "b": "y"}' })).toMatchObject({
    score: 1,
  });
  expect(gradeWith("json-schema", { schema }, { output: '{"a": "x", "b": "x"}' })).toMatchObject({
    score: 0,
  });
});

test("JSON Schema: a list too long for uniqueItems is unscored", () => {
  const output = JSON.stringify(Array.from({ length: 6_000 }, (_, index) => ({ index })));
  const graded = gradeWith("json-schema", { schema: { type: "array", uniqueItems: true } }, { output });
  expect(graded).toMatchObject({ status: "unscored", reason: expect.stringMatching(/5,000 items/) });
});
