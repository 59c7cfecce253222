import { describe, expect, test } from "vitest";
import { caseTitle, valuePreview, valueText } from "./case-text.ts";

describe("caseTitle", () => {
  test.each<[string, unknown, string]>([
    ["a text", "  one\n two ", "one two"],
    ["an object, its heading first", { body: "Long", subject: "Short" }, "Short · Long"],
    ["messages", [{ role: "user", content: "Hi" }], "user · Hi"],
    ["numbers and truth values", { a: 1, b: false }, "1 · false"],
    ["nothing to read", { a: null, b: [], c: " " }, "key-1"],
    ["null", null, "key-1"],
  ])("of %s", (_name, input, title) => expect(caseTitle(input, "key-1")).toBe(title));

  test("stays one short line, however large or deep the input", () => {
    let deep: unknown = "end";
    for (let level = 0; level < 20_000; level += 1) deep = { deep };
    expect(caseTitle(deep, "k")).toBe("end");
    expect(caseTitle({ text: "😀".repeat(100_000) }, "k").length).toBeLessThanOrEqual(120);
    expect(
      caseTitle(
        Array.from({ length: 100_000 }, () => "x"),
        "k",
      ),
    ).toBe("x · x · x · x · x · x");
  });
});

test("valuePreview and valueText show texts as they are and the rest as JSON", () => {
  expect([valuePreview("a\nb"), valuePreview({ a: [1] }), valuePreview(0), valuePreview(null)]).toEqual([
    "a b",
    '{"a":[1]}',
    "0",
    "",
  ]);
  expect([valueText("a\nb"), valueText({ a: 1 }), valueText(null)]).toEqual(["a\nb", '{\n  "a": 1\n}', ""]);
});
