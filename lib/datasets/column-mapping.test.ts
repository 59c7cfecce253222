import { describe, expect, test } from "vitest";
import { columnMappingSchema, proposeMapping } from "./column-mapping.ts";

const proposed = (samples: Record<string, unknown>[]) => {
  const columns = [...new Set(samples.flatMap(Object.keys))];
  return Object.fromEntries(
    proposeMapping(columns, samples).columns.map(({ column, role, type }) => [column, `${role} ${type}`]),
  );
};

describe("proposeMapping", () => {
  test.each<[string, Record<string, unknown>[], Record<string, string>]>([
    [
      "banking77",
      [{ text: "I am still waiting on my card?", category: "card_arrival" }],
      { text: "input text", category: "expected text" },
    ],
    [
      "an export of ours",
      [
        {
          key: "a",
          input: '{"q":1}',
          expected: "x",
          tags: "[]",
          split: "held-out",
          cluster: "",
          metadata: "{}",
        },
      ],
      {
        key: "key text",
        input: "input json",
        expected: "expected text",
        tags: "tags text",
        split: "split text",
        cluster: "cluster text",
        metadata: "metadata json",
      },
    ],
    [
      "JSON Lines with typed values",
      [{ id: 1, input: { q: "x" }, ideal: ["a"], weight: 2 }],
      { id: "key as-is", input: "input as-is", ideal: "expected as-is", weight: "metadata as-is" },
    ],
    [
      "several inputs",
      [{ question: "Who?", context: "Ada did.", answer: "Ada", source: "wiki" }],
      { question: "input text", context: "input text", answer: "expected text", source: "metadata text" },
    ],
    [
      "camel case and spaces",
      [{ "Expected Output": "x", conversationId: "c1", Input: "q" }],
      { "Expected Output": "expected text", conversationId: "cluster text", Input: "input text" },
    ],
    [
      "ids that repeat are no keys, and a word that is no split is no split",
      [
        { id: "1", text: "a", split: "north" },
        { id: "1", text: "b", split: "south" },
      ],
      { id: "metadata number", text: "input text", split: "metadata text" },
    ],
    [
      "no usual name: the longest text is the input",
      [{ a: "7", b: "a long sentence", c: "true" }],
      { a: "metadata number", b: "input text", c: "metadata boolean" },
    ],
    [
      "input beside other input names",
      [{ input: "x", prompt: "y", output: "z" }],
      { input: "input text", prompt: "metadata text", output: "expected text" },
    ],
    [
      "numbers that are answers stay text",
      [{ question: "6 x 7", answer: "42.0" }],
      { question: "input text", answer: "expected text" },
    ],
    ["one column only", [{ label: "x" }], { label: "input text" }],
  ])("%s", (_name, samples, expected) => {
    expect(proposed(samples)).toEqual(expected);
    const columns = [...new Set(samples.flatMap(Object.keys))];
    expect(columnMappingSchema.safeParse(proposeMapping(columns, samples)).success).toBe(true);
  });

  test("without columns there is nothing to propose", () => {
    expect(proposeMapping([], []).columns).toEqual([]);
  });
});

describe("columnMappingSchema", () => {
  const column = (name: string, role: string) => ({ column: name, role, type: "text" });
  test.each([
    [
      "no input",
      [column("a", "expected")],
      "No column is the input. Choose the column that is sent to the model.",
    ],
    [
      "two keys",
      [column("a", "input"), column("b", "key"), column("c", "key")],
      'Only one column can be the key: choose between "b" and "c".',
    ],
    ["a column twice", [column("a", "input"), column("a", "expected")], "A column is mapped twice."],
  ])("refuses %s", (_name, columns, message) => {
    const parsed = columnMappingSchema.safeParse({ columns });
    expect(parsed.error?.issues[0]?.message).toBe(message);
  });
});
