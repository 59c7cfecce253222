import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseCsv } from "#lib/formats/csv/parse-csv.ts";
import { decodeUtf8 } from "#lib/formats/decode-utf8.ts";
import type { RowEvent } from "#lib/formats/tabular-row.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import type { ColumnMappingInput } from "./column-mapping.ts";
import { createDataset } from "./create-dataset.ts";
import { importCases } from "./import-cases.ts";
import { publishVersion } from "./publish-version.ts";
import { importObjects, rowsOf } from "./testing/import-objects.ts";

let workspace: TestWorkspace;
let ctx: Context;
let counter = 0;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
});

const newDataset = async () => (await createDataset(ctx, { name: `import ${++counter}` })).id;
const heads = (datasetId: string) =>
  db().caseRevision.findMany({ where: { datasetId, isHead: true }, orderBy: { position: "asc" } });

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

describe("importCases", () => {
  test("stores cases in the order of the file, as drafts", async () => {
    const datasetId = await newDataset();
    const report = await importObjects(ctx, datasetId, [
      {
        id: "b",
        input: { question: "two?" },
        expected: "2",
        tags: ["sum", "easy"],
        split: "train",
        metadata: { from: "book" },
      },
      { id: "a", input: "one?", expected: null, tags: [], split: "", metadata: {} },
    ]);
    expect(report).toMatchObject({
      outcome: "imported",
      rows: 2,
      added: 2,
      updated: 0,
      unchanged: 0,
      rejected: 0,
    });
    expect(await heads(datasetId)).toMatchObject([
      {
        key: "b",
        position: 1,
        input: { question: "two?" },
        expected: "2",
        tags: ["sum", "easy"],
        split: "tuning",
        metadata: { from: "book" },
        firstVersion: null,
      },
      {
        key: "a",
        position: 2,
        input: "one?",
        expected: null,
        tags: [],
        split: "held_out",
        metadata: {},
        archived: false,
      },
    ]);
  });

  test("derives keys from the input; equal inputs get -2, -3, and the same file again changes nothing", async () => {
    const datasetId = await newDataset();
    const rows = [
      { text: "hello", label: "a" },
      { text: "hello", label: "b" },
      { text: "bye", label: "c" },
      { text: "hello", label: "a" },
    ];
    await importObjects(ctx, datasetId, rows);
    const keys = (await heads(datasetId)).map((head) => head.key);
    expect(keys[0]).toMatch(/^[0-9a-f]{12}$/);
    expect([keys[1], keys[3]]).toEqual([`${keys[0]}-2`, `${keys[0]}-3`]);
    const again = await importObjects(ctx, datasetId, rows);
    expect(again).toMatchObject({ added: 0, updated: 0, unchanged: 4 });
  });

  test("a known key updates its case, keeps what the mapping does not name, and goes on counting positions", async () => {
    const datasetId = await newDataset();
    await importObjects(ctx, datasetId, [
      { id: "k1", text: "one", label: "x", tags: "kept;also kept", split: "fresh" },
      { id: "k2", text: "two", label: "x", tags: "", split: "test" },
    ]);
    await publishVersion(ctx, { datasetId, note: "" });
    const report = await importObjects(
      ctx,
      datasetId,
      [
        { id: "k1", text: "one", label: "changed" },
        { id: "k2", text: "two", label: "x" },
        { id: "k3", text: "three", label: "x" },
      ],
      { mapping: keyed },
    );
    expect(report).toMatchObject({ added: 1, updated: 1, unchanged: 1 });
    expect(await heads(datasetId)).toMatchObject([
      { key: "k1", expected: "changed", tags: ["kept", "also kept"], split: "fresh", firstVersion: null },
      { key: "k2", firstVersion: 1 },
      { key: "k3", position: 3, firstVersion: null },
    ]);
    expect(await db().caseRevision.count({ where: { datasetId } })).toBe(4);
  });

  test("a draft that is put back to what is published disappears", async () => {
    const datasetId = await newDataset();
    const original = [{ id: "k", text: "one", label: "x" }];
    await importObjects(ctx, datasetId, original);
    await publishVersion(ctx, { datasetId, note: "" });
    await importObjects(ctx, datasetId, [{ id: "k", text: "one", label: "y" }]);
    await importObjects(ctx, datasetId, original);
    expect(await db().caseRevision.findMany({ where: { datasetId } })).toMatchObject([
      { isHead: true, firstVersion: 1, lastVersion: null, expected: "x" },
    ]);
  });

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

  test("text that looks like SQL, JSON escapes or another alphabet is kept as it is", async () => {
    const datasetId = await newDataset();
    const texts = ["'; drop table dataset; --", "\\u0041 \\n", "雪 🎿 \u2028", '{"not json', "{}"];
    await importObjects(
      ctx,
      datasetId,
      texts.map((text) => ({ text, label: text })),
      { mapping: textAndLabel },
    );
    expect((await heads(datasetId)).map((head) => head.input)).toEqual(texts);
  });

  test("keeps a field called __proto__ as data", async () => {
    const datasetId = await newDataset();
    await importObjects(ctx, datasetId, [{ input: JSON.parse('{"__proto__": {"admin": true}, "q": "x"}') }]);
    const [head] = await heads(datasetId);
    expect(JSON.stringify(head?.input)).toContain("__proto__");
    expect(Object.hasOwn({}, "admin")).toBe(false);
  });

  test("50,000 rows, and other people may edit while they are read", async () => {
    const datasetId = await newDataset();
    const seen: number[] = [];
    let locked = true;
    async function* rows(): AsyncGenerator<RowEvent> {
      yield* rowsOf(
        Array.from({ length: 50_000 }, (_, index) => ({
          id: `k${index}`,
          text: `text ${index}`,
          label: "x",
        })),
      );
      await db().$transaction(async (tx) => {
        await tx.$queryRaw`select 1 from dataset where id = ${datasetId}::uuid for update nowait`;
        locked = false;
      });
    }
    const report = await importCases(ctx, {
      datasetId,
      rows: rows(),
      mapping: keyed,
      onRejected: "stop",
      onProgress: (progress) => seen.push(progress.rows),
    });
    expect(report.added).toBe(50_000);
    expect(seen.at(-1)).toBe(50_000);
    expect(locked).toBe(false);
    const last = await db().case.findFirst({ where: { datasetId }, orderBy: { position: "desc" } });
    expect(last).toMatchObject({ key: "k49999", position: 50_000 });
  });

  test("two imports at once both land, with positions of their own", async () => {
    const datasetId = await newDataset();
    const part = (name: string) =>
      importObjects(
        ctx,
        datasetId,
        Array.from({ length: 300 }, (_, index) => ({ id: `${name}${index}`, text: "t", label: "x" })),
        { mapping: keyed },
      );
    await Promise.all([part("a"), part("b")]);
    const positions = (await heads(datasetId)).map((head) => head.position);
    expect(positions).toEqual(Array.from({ length: 600 }, (_, index) => index + 1));
  });

  test("refuses another workspace", async () => {
    const datasetId = await newDataset();
    await expect(importObjects(workspace.otherCtx, datasetId, [{ text: "x" }])).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("refuses without permission", async () => {
    const datasetId = await newDataset();
    await expect(
      importObjects(workspace.ctxWithRole("reviewer"), datasetId, [{ text: "x" }]),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});
