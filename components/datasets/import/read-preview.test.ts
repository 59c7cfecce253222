import { describe, expect, test } from "vitest";
import { guessFormat, readPreview } from "./read-preview.ts";

const file = (text: string | Uint8Array<ArrayBuffer>, name = "cases.csv") => new File([text], name);

describe("readPreview", () => {
  test("reads a small file whole", async () => {
    const preview = await readPreview(file("text,label\none,x\ntwo\n"), "csv");
    expect(preview).toMatchObject({
      columns: ["text", "label"],
      rows: [{ line: 2, values: { text: "one", label: "x" } }],
      rejected: [{ line: 3 }],
      isPart: false,
    });
  });

  test("reads only the start of a large file, and calls nothing broken that was cut off", async () => {
    const row = `"${"é".repeat(50_000)}\n${"雪".repeat(50_000)}",x\n`;
    const preview = await readPreview(file(`text,label\n${row.repeat(40)}`), "csv");
    expect(preview).toMatchObject({ rejected: [], isPart: true });
    expect(preview.rows.length).toBeGreaterThan(0);
  });

  test("stops at 200 rows", async () => {
    const preview = await readPreview(file(`text\n${"one\n".repeat(5000)}`), "csv");
    expect(preview.rows).toHaveLength(200);
    expect(preview.isPart).toBe(true);
  });

  test("reads further where the first row alone is larger than the first look", async () => {
    const rows = `${JSON.stringify({ input: "x".repeat(400_000) })}\n`.repeat(2);
    const preview = await readPreview(file(rows, "cases.jsonl"), "jsonl");
    expect(preview).toMatchObject({ columns: ["input"], rows: [{ line: 1 }, { line: 2 }] });
  });

  test("collects the fields of all rows it reads", async () => {
    const preview = await readPreview(file('{"input": 1}\n{"input": 2, "tags": []}\n'), "jsonl");
    expect(preview.columns).toEqual(["input", "tags"]);
  });

  test("says what is wrong with a file that is no UTF-8", async () => {
    await expect(readPreview(file(new Uint8Array([0x74, 0x0a, 0xe9, 0x0a])), "csv")).rejects.toThrow(
      "Line 2 is not valid UTF-8.",
    );
    await expect(readPreview(file(new Uint8Array([0xff, 0xfe, 0x74, 0x00])), "csv")).rejects.toThrow(
      "UTF-16",
    );
  });

  test("an empty file is rejected in a sentence", async () => {
    expect((await readPreview(file(""), "csv")).rejected[0]?.reason).toContain("The file is empty.");
  });
});

test.each([
  ["cases.jsonl", "x", "jsonl"],
  ["cases.TSV", "x", "csv"],
  ["pasted", ' {"input": 1}', "jsonl"],
  ["pasted", "text,label", "csv"],
])("guessFormat of %s holding %s", async (name, text, format) => {
  expect(await guessFormat(file(text, name))).toBe(format);
});
