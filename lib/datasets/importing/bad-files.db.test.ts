import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseCsv } from "#lib/formats/csv/parse-csv.ts";
import { decodeUtf8 } from "#lib/formats/decode-utf8.ts";
import type { RowEvent } from "#lib/formats/tabular-row.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import type { ColumnMappingInput } from "../column-mapping.ts";
import { createDataset } from "../create-dataset.ts";
import { importCases } from "../import-cases.ts";
import { importObjects, rowsOf } from "../testing/import-objects.ts";
import { parseFile } from "./parse-file.ts";

let workspace: TestWorkspace;
let ctx: Context;
let counter = 0;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
});

const newDataset = async () => (await createDataset(ctx, { name: `import ${++counter}` })).id;

const textAndLabel: ColumnMappingInput = {
  columns: [
    { column: "text", role: "input", type: "text" },
    { column: "label", role: "expected", type: "text" },
  ],
};
const keyed: ColumnMappingInput = {
  columns: [...textAndLabel.columns, { column: "id", role: "key", type: "text" }],
};

async function* bytesOf(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === "string" ? new TextEncoder().encode(part) : part;
}
const csv = (...parts: (string | Uint8Array)[]) =>
  parseCsv(decodeUtf8(bytesOf(...parts)), { maxCellChars: 5_000_000 });

describe("files with faults", () => {
  test("rejects the later row of a key used twice and names the first one's line", async () => {
    const datasetId = await newDataset();
    const rows = [
      { id: "k", text: "one", label: "x" },
      { id: "other", text: "two", label: "x" },
      { id: "k", text: "three", label: "x" },
    ];
    const stopped = await importObjects(ctx, datasetId, rows, { mapping: keyed });
    expect(stopped).toMatchObject({ outcome: "stopped", rows: 3, added: 0, rejected: 1 });
    expect(stopped.rejectedRows[0]).toMatchObject({ line: 4, excerpt: "k, three, x" });
    expect(stopped.rejectedRows[0]?.reason).toContain('The key "k" is already used on line 2.');
    expect(await db().case.count({ where: { datasetId } })).toBe(0);

    const skipped = await importObjects(ctx, datasetId, rows, { mapping: keyed, onRejected: "skip" });
    expect(skipped).toMatchObject({ outcome: "imported", added: 2, rejected: 1 });
  });

  test("counts every rejected row and shows the first 200 in the order of the file", async () => {
    const datasetId = await newDataset();
    const rows = Array.from({ length: 900 }, (_, index) => ({
      id: index % 3 === 0 ? "same" : `k${index}`,
      text: index % 2 === 0 ? "" : `text ${index}`,
      label: "x",
    }));
    const report = await importObjects(ctx, datasetId, rows, { mapping: keyed, onRejected: "skip" });
    // 450 without a text; of the 150 others called "same" one is kept.
    expect(report).toMatchObject({ rejected: 599, added: 301 });
    expect(report.rejectedRows).toHaveLength(200);
    const lines = report.rejectedRows.map((row) => row.line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    expect(report.rejectedRows[0]).toMatchObject({ line: 2, reason: "The input is empty." });
  });

  test.each([
    ["an empty file", [""], "The file is empty. Its first line must name the columns."],
    [
      "a file of 5 MB in one cell",
      ["text,label\n", `"${"a".repeat(5_242_880)}",x\n`],
      "longer than 5,000,000 characters",
    ],
    [
      "a row with a column too many",
      ["text,label\none,two,three\n"],
      "It has 3 columns, but the header has 2 columns.",
    ],
  ])("%s is reported and nothing is imported", async (_name, parts, sentence) => {
    const datasetId = await newDataset();
    const report = await importCases(ctx, {
      datasetId,
      rows: csv(...parts),
      mapping: textAndLabel,
      onRejected: "skip",
    });
    expect(report).toMatchObject({ outcome: "stopped", added: 0, rejected: 1 });
    expect(report.rejectedRows[0]?.reason).toContain(sentence);
    expect(await db().case.count({ where: { datasetId } })).toBe(0);
  });

  test("names columns that are mapped to nothing", async () => {
    const datasetId = await newDataset();
    const report = await importObjects(ctx, datasetId, [{ text: "one", label: "x", note: "n" }], {
      mapping: textAndLabel,
    });
    expect(report.ignoredColumns).toEqual(["note"]);
  });

  test("a header without rows says so", async () => {
    const datasetId = await newDataset();
    await expect(
      importCases(ctx, { datasetId, rows: csv("text,label\n"), mapping: textAndLabel, onRejected: "skip" }),
    ).rejects.toThrow("The file has no rows below its header. Nothing was imported.");
  });

  test("a file that stops being UTF-8 after thousands of rows leaves nothing behind", async () => {
    const datasetId = await newDataset();
    const good = Array.from({ length: 2500 }, (_, index) => `text ${index},x\n`).join("");
    const rows = csv("text,label\n", good, new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x2c, 0x78, 0x0a, 0x0a]));
    await expect(
      importCases(ctx, { datasetId, rows, mapping: textAndLabel, onRejected: "skip" }),
    ).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(/Line 2502 is not valid UTF-8.*Nothing was imported\./),
    });
    expect(await db().case.count({ where: { datasetId } })).toBe(0);
  });

  test("invalid JSON at line 7,000 is named, and the other rows can be imported", async () => {
    const datasetId = await newDataset();
    const lines = Array.from({ length: 8000 }, (_, index) => JSON.stringify({ text: `q ${index}` }));
    lines[6999] = '{"text": oops}';
    const rows = parseFile(bytesOf(lines.join("\n")), "jsonl");
    const report = await importCases(ctx, { datasetId, rows, mapping: textAndLabel, onRejected: "skip" });
    expect(report).toMatchObject({ rows: 8000, added: 7999, rejected: 1, rejectedRows: [{ line: 7000 }] });
    expect(report.rejectedRows[0]?.reason).toContain("It is not valid JSON.");
  });

  test("given up before the end, nothing is imported", async () => {
    const datasetId = await newDataset();
    const abort = new AbortController();
    async function* rows(): AsyncGenerator<RowEvent> {
      yield* rowsOf([{ text: "one", label: "x" }]);
      abort.abort();
    }
    await expect(
      importCases(ctx, {
        datasetId,
        rows: rows(),
        mapping: textAndLabel,
        onRejected: "skip",
        signal: abort.signal,
      }),
    ).rejects.toThrow();
    expect(await db().case.count({ where: { datasetId } })).toBe(0);
  });

  test("an upload that breaks off leaves nothing behind", async () => {
    const datasetId = await newDataset();
    async function* broken(): AsyncGenerator<RowEvent> {
      yield* rowsOf(Array.from({ length: 1500 }, (_, index) => ({ text: `t${index}`, label: "x" })));
      throw new Error("aborted");
    }
    await expect(
      importCases(ctx, { datasetId, rows: broken(), mapping: textAndLabel, onRejected: "skip" }),
    ).rejects.toThrow("aborted");
    expect(await db().case.count({ where: { datasetId } })).toBe(0);
  });
});
