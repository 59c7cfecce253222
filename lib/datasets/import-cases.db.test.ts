import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
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
