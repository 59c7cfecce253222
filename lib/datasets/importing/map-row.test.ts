import { describe, expect, test } from "vitest";
import type { ColumnMapping, MappedColumn } from "../column-mapping.ts";
import { mapRow } from "./map-row.ts";

type Short = [column: string, role: MappedColumn["role"], type?: MappedColumn["type"]];
const mapping = (...columns: Short[]): ColumnMapping => ({
  columns: columns.map(([column, role, type = "text"]) => ({ column, role, type })),
  defaultSplit: "held_out",
});
const map = (values: Record<string, unknown>, ...columns: Short[]) =>
  mapRow({ line: 2, values }, mapping(...columns));
const contentOf = (values: Record<string, unknown>, ...columns: Short[]) => {
  const mapped = map(values, ...columns);
  return mapped.ok ? mapped.content : mapped.reason;
};

describe("mapRow", () => {
  test("one input column is the value, several are an object", () => {
    expect(contentOf({ a: " text " }, ["a", "input"])).toMatchObject({ input: " text ", expected: null });
    expect(contentOf({ a: '{"q": 1}' }, ["a", "input", "json"])).toMatchObject({ input: { q: 1 } });
    expect(contentOf({ a: "x", b: "3" }, ["a", "input"], ["b", "input", "number"])).toMatchObject({
      input: { a: "x", b: 3 },
    });
    expect(
      contentOf({ a: "q", b: "x", c: "" }, ["a", "input"], ["b", "expected"], ["c", "expected"]),
    ).toMatchObject({
      expected: { b: "x", c: "" },
    });
    expect(
      contentOf({ a: "q", b: "", c: "" }, ["a", "input"], ["b", "expected"], ["c", "expected"]),
    ).toMatchObject({
      expected: null,
    });
  });

  test.each<[string, Record<string, unknown>, Short[], string]>([
    ["an empty input", { a: "" }, [["a", "input"]], "The input is empty."],
    ["a missing input", {}, [["a", "input", "as-is"]], "The input is empty."],
    [
      "several empty inputs",
      { a: "", b: "" },
      [
        ["a", "input"],
        ["b", "input"],
      ],
      "The input is empty.",
    ],
    [
      "a cell that is no JSON",
      { a: "{oops" },
      [["a", "input", "json"]],
      'Column "a": "{oops" is not a JSON object or array.',
    ],
    [
      "a cell that is no number",
      { a: "x", b: "12,5" },
      [
        ["a", "input"],
        ["b", "metadata", "number"],
      ],
      'Column "b": "12,5" is not a number.',
    ],
    [
      "an empty key",
      { a: "x", k: " " },
      [
        ["a", "input"],
        ["k", "key"],
      ],
      'The key in "k" cannot be used. Give the case a key.',
    ],
    [
      "a long key",
      { a: "x", k: "k".repeat(201) },
      [
        ["a", "input"],
        ["k", "key"],
      ],
      'The key in "k" cannot be used. A key has at most 200 characters.',
    ],
    [
      "a key of two lines",
      { a: "x", k: "a\nb" },
      [
        ["a", "input"],
        ["k", "key"],
      ],
      'The key in "k" cannot be used. A key has no control characters.',
    ],
    [
      "a key that is an object",
      { a: "x", k: {} },
      [
        ["a", "input"],
        ["k", "key"],
      ],
      'The key in "k" is not a text.',
    ],
    [
      "an unknown split",
      { a: "x", s: "north" },
      [
        ["a", "input"],
        ["s", "split"],
      ],
      'The split "north" is not known. Write tuning, train, validation, dev, held-out, test or fresh.',
    ],
    [
      "a tag that is an object",
      { a: "x", t: '[{"a":1}]' },
      [
        ["a", "input"],
        ["t", "tags"],
      ],
      'The tags in "t" are not texts. Write them as ["one", "two"] or one, two.',
    ],
    [
      "a long tag",
      { a: "x", t: "t".repeat(101) },
      [
        ["a", "input"],
        ["t", "tags"],
      ],
      "A tag has at most 100 characters.",
    ],
    [
      "NUL in a JSON value",
      { a: { q: "\0" } },
      [["a", "input", "as-is"]],
      "The input cannot be stored. It contains a NUL character (\\u0000), which cannot be stored.",
    ],
    [
      "an input over the limit",
      { a: "x".repeat(5_000_001) },
      [["a", "input"]],
      "The input is longer than 5,000,000 characters. Shorten it.",
    ],
  ])("rejects %s", (_name, values, columns, reason) => {
    expect(map(values, ...columns)).toEqual({ ok: false, reason });
  });

  test.each<[unknown, string[]]>([
    ["one, two;three", ["one", "two", "three"]],
    ['["one", "two, too"]', ["one", "two, too"]],
    [
      ["one", 2],
      ["one", "2"],
    ],
    ["", []],
    [" , ;", []],
    [null, []],
    ["same, same", ["same"]],
  ])("reads tags from %j", (tags, expected) => {
    expect(contentOf({ a: "x", tags }, ["a", "input"], ["tags", "tags"])).toMatchObject({ tags: expected });
  });

  test.each([
    ["Tuning", "tuning"],
    ["train", "tuning"],
    ["validation", "tuning"],
    ["dev", "tuning"],
    ["held-out", "held_out"],
    ["held_out", "held_out"],
    ["Held Out", "held_out"],
    ["test", "held_out"],
    ["fresh", "fresh"],
    ["", "held_out"],
  ])("reads the split %j", (split, expected) => {
    expect(contentOf({ a: "x", split }, ["a", "input"], ["split", "split"])).toMatchObject({
      split: expected,
    });
  });

  test("metadata: an object as it is, columns as fields, empty ones left out", () => {
    const columns: Short[] = [
      ["a", "input"],
      ["m", "metadata", "json"],
    ];
    expect(contentOf({ a: "x", m: '{"k": 1}' }, ...columns)).toMatchObject({ metadata: { k: 1 } });
    expect(contentOf({ a: "x", m: "[1]" }, ...columns)).toMatchObject({ metadata: { m: [1] } });
    expect(
      contentOf({ a: "x", m: "5", n: "" }, ["a", "input"], ["m", "metadata", "number"], ["n", "metadata"]),
    ).toMatchObject({
      metadata: { m: 5 },
    });
  });

  test("keys are trimmed texts, numbers included; none mapped gives null", () => {
    expect(map({ a: "x", id: 7 }, ["a", "input"], ["id", "key", "as-is"])).toMatchObject({ key: "7" });
    expect(map({ a: "x", id: " k " }, ["a", "input"], ["id", "key"])).toMatchObject({ key: "k" });
    expect(map({ a: "x" }, ["a", "input"])).toMatchObject({ key: null });
  });

  test("does not reach into prototypes", () => {
    expect(map({ a: "x" }, ["toString", "input", "as-is"])).toEqual({
      ok: false,
      reason: "The input is empty.",
    });
    const columns: Short[] = [
      ["a", "input"],
      ["__proto__", "metadata"],
      ["b", "metadata"],
    ];
    const mapped = contentOf(JSON.parse('{"a": "x", "__proto__": "evil", "b": "y"}'), ...columns);
    expect(mapped).toMatchObject({ metadata: { b: "y" } });
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
});
