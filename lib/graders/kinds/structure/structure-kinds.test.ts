import { expect, test } from "vitest";
import { gradeWith } from "../../testing/grade-with.ts";

const invoice = { number: "RE-1", total: 12.5, lines: [{ sku: "a" }, { sku: "b" }] };

test.each([
  [
    "another order of keys",
    invoice,
    '{"lines": [{"sku": "a"}, {"sku": "b"}], "total": 12.50, "number": "RE-1"}',
    1,
  ],
  [
    "another order of a list",
    invoice,
    '{"number": "RE-1", "total": 12.5, "lines": [{"sku": "b"}, {"sku": "a"}]}',
    0,
  ],
  ["a list", [1, 2], "[1, 2]", 1],
  ["a longer list", [1, 2], "[1, 2, 3]", 0],
  ["an expected text that is JSON", '{"a": null}', '{"a": null}', 1],
  ["an expected text that is none", "yes", '"yes"', 1],
  ["a value in a fence", { a: 1 }, '```json\n{"a": 1}\n```', 1],
  ["a null is not missing", { a: null }, "{}", 0],
  ["no JSON", { a: 1 }, "a is 1", 0],
  ["a number and its text", { a: 1 }, '{"a": "1"}', 0],
])("equal JSON: %s", (_name, expected, output, score) => {
  expect(gradeWith("json-equal", {}, { expected, output })).toMatchObject({ status: "scored", score });
});

test("equal JSON names the first difference with its place", () => {
  const output = '{"number": "RE-1", "total": 12.5, "lines": [{"sku": "a"}, {"sku": "x"}]}';
  expect(gradeWith("json-equal", {}, { expected: invoice, output }).reason).toBe(
    "The answer is not the expected JSON. “lines[1].sku” is “x”; expected “b”.",
  );
  expect(gradeWith("json-equal", {}, { expected: { a: 1 }, output: '{"a": 1, "b": 2}' }).reason).toMatch(
    /“b” was not expected; it is “2”/,
  );
});

test.each([
  ["sets", {}, ["red", "blue"], '["Blue", "red", "red"]', 1],
  ["one missing", {}, ["red", "blue"], '["red"]', 2 / 3],
  ["recall", { measure: "recall" }, ["red", "blue"], '["red", "green", "pink"]', 1 / 2],
  ["precision", { measure: "precision" }, ["red", "blue"], '["red", "green", "pink"]', 1 / 3],
  ["bags", { order: "bag" }, ["red", "red", "blue"], '["red", "blue"]', 4 / 5],
  ["sequences", { order: "sequence" }, ["a", "b", "c"], '["c", "a", "b"]', 2 / 3],
  ["objects", {}, [{ a: 1, b: 2 }], '[{"b": 2, "a": 1}]', 1],
  ["lines", { reading: "lines" }, ["red", "blue"], "- red\n2. Blue\n", 1],
  ["commas", { reading: "commas" }, "red, blue", "blue,red", 1],
  ["both empty", {}, [], "[]", 1],
  ["an empty answer", {}, ["a"], "[]", 0],
  ["no list", {}, ["a"], '{"a": 1}', 0],
  ["case", { normalisations: [] }, ["a"], '["A"]', 0],
])("list match: %s", (_name, config, expected, output, score) => {
  const graded = gradeWith("list-match", config, { expected, output });
  expect(graded.status === "scored" && graded.score).toBeCloseTo(score, 12);
});

test("list match names what is missing and what is not expected", () => {
  expect(gradeWith("list-match", {}, { expected: ["red", "blue"], output: '["red", "pink"]' })).toMatchObject(
    {
      reason: "1 of 2 expected items are there; missing: “blue”; not expected: “pink”.",
      detail: { missing: ["blue"], extra: ["pink"] },
    },
  );
  const config = { order: "sequence" };
  expect(gradeWith("list-match", config, { expected: ["a", "b"], output: '["b", "a"]' }).reason).toMatch(
    /another order/,
  );
  expect(gradeWith("list-match", {}, { expected: "red and blue", output: "[]" }).status).toBe("unscored");
});

test.each([
  ["a mapping", {}, "a: 1\nb: [2, 3]", 1],
  ["JSON is YAML", {}, '{"a": 1}', 1],
  ["a list", { shape: "list" }, "- a\n- b", 1],
  ["a text where a mapping was asked for", {}, "just text", 0],
  ["a text", { shape: "any" }, "just text", 1],
  ["a fence, allowed", { allowFence: true }, "Here:\n```yaml\na: 1\n```", 1],
  ["a tab as indentation", {}, "a:\n\tb: 1", 0],
  ["a key twice", {}, "a: 1\na: 2", 0],
  ["two documents", {}, "a: 1\n---\nb: 2", 0],
  ["an alias without an anchor", {}, "a: *b", 0],
  ["an alias before its anchor", {}, "a: *b\nc: &b 1", 0],
  ["an alias", {}, "a: &b 1\nc: *b", 1],
  ["empty", {}, "", 0],
])("YAML: %s", (_name, config, output, score) => {
  expect(gradeWith("yaml-validity", config, { output })).toMatchObject({ status: "scored", score });
});

test("YAML names the place, and does not expand aliases", () => {
  expect(gradeWith("yaml-validity", {}, { output: "a: 1\nb: [" }).reason).toMatch(/line 2, column 5/);
  const bomb = [
    "a: &a [x,x,x,x,x,x,x,x,x]",
    ..."bcdefghi".split("").map((name, index) => {
      const before = "abcdefgh"[index];
      return `${name}: &${name} [${`*${before},`.repeat(9)}]`;
    }),
  ].join("\n");
  expect(gradeWith("yaml-validity", {}, { output: bomb })).toMatchObject({ status: "scored", score: 1 });
  expect(gradeWith("yaml-validity", {}, { output: "[".repeat(40_000) }).status).toBe("unscored");
});
