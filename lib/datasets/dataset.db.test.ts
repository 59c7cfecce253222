import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { parseCsv } from "#lib/formats/csv/parse-csv.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { archiveDataset, restoreDataset } from "./archive-dataset.ts";
import { archiveCases } from "./cases/archive-cases.ts";
import { createDataset } from "./create-dataset.ts";
import { exportCases } from "./export-cases.ts";
import { getDataset } from "./get-dataset.ts";
import { listDatasets } from "./list-datasets.ts";
import { publishVersion } from "./publish-version.ts";
import { importObjects, publishedDataset } from "./testing/import-objects.ts";
import { updateDataset } from "./update-dataset.ts";

let workspace: TestWorkspace;
let ctx: Context;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
});

const rows = [
  { id: "a", text: "=1+1", label: "x" },
  { id: "b", text: 'two "quoted",\nlines', label: "-5" },
];

describe("listDatasets and getDataset", () => {
  test("count the working copy and what publishing would change", async () => {
    const { ctx: own } = await createTestWorkspace();
    const empty = await createDataset(own, { name: "empty" });
    const { datasetId } = await publishedDataset(own, rows, "full 100%");
    await importObjects(own, datasetId, [
      { id: "b", text: "changed" },
      { id: "c", text: "new" },
    ]);
    await archiveCases(own, { datasetId, keys: ["a"] });
    const { items } = await listDatasets(own);
    expect(items).toMatchObject([
      { id: datasetId, caseCount: 2, draftChanges: 3, latestVersion: { number: 1 } },
      { id: empty.id, caseCount: 0, draftChanges: 0, latestVersion: null },
    ]);
    expect(await getDataset(own, { datasetId })).toMatchObject({
      caseCount: 2,
      draftChanges: { added: 1, changed: 1, removed: 1 },
      latestVersion: { number: 1, note: "first", caseCount: 2 },
    });
    expect((await listDatasets(own, { search: "100%" })).items).toHaveLength(1);
    expect((await listDatasets(own, { search: "100_" })).items).toHaveLength(0);
    const first = await listDatasets(own, { limit: 1 });
    expect((await listDatasets(own, { limit: 1, cursor: first.nextCursor })).items[0]?.id).toBe(empty.id);
    expect((await listDatasets(workspace.ctx)).items.map((item) => item.id)).not.toContain(datasetId);
  });
});

describe("archiveDataset and restoreDataset", () => {
  test("take it out of the list and stop changes", async () => {
    const { datasetId, version } = await publishedDataset(ctx, rows);
    await archiveDataset(ctx, { datasetId });
    expect((await listDatasets(ctx)).items.map((item) => item.id)).not.toContain(datasetId);
    expect((await listDatasets(ctx, { show: "archived" })).items.map((item) => item.id)).toContain(datasetId);
    await expect(importObjects(ctx, datasetId, rows)).rejects.toMatchObject({ code: "conflict" });
    await expect(publishVersion(ctx, { datasetId })).rejects.toThrow("Restore it before you change it.");
    expect(await db().datasetVersion.count({ where: { id: version.id } })).toBe(1);
    await restoreDataset(ctx, { datasetId });
    await importObjects(ctx, datasetId, rows);
  });
});

describe("updateDataset", () => {
  test("renames, unless the name is taken", async () => {
    const { datasetId } = await publishedDataset(ctx, rows, "old name");
    await createDataset(ctx, { name: "taken" });
    await updateDataset(ctx, { datasetId, name: "new name", description: "about" });
    expect(await getDataset(ctx, { datasetId })).toMatchObject({ name: "new name", description: "about" });
    await expect(updateDataset(ctx, { datasetId, name: "taken" })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

const changes = {
  update: (as: Context, datasetId: string) => updateDataset(as, { datasetId, name: "x" }),
  archive: (as: Context, datasetId: string) => archiveDataset(as, { datasetId }),
  restore: (as: Context, datasetId: string) => restoreDataset(as, { datasetId }),
};

describe.each(Object.entries(changes))("%s", (_name, change) => {
  test("refuses another workspace", async () => {
    const { datasetId } = await publishedDataset(ctx, rows);
    await expect(change(workspace.otherCtx, datasetId)).rejects.toMatchObject({ code: "not-found" });
  });

  test("refuses without permission", async () => {
    const { datasetId } = await publishedDataset(ctx, rows);
    await expect(change(workspace.ctxWithRole("viewer"), datasetId)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("exportCases", () => {
  const textOf = async (input: Parameters<typeof exportCases>[1]) => {
    const { chunks, ...file } = await exportCases(ctx, input);
    let text = "";
    for await (const chunk of chunks) text += chunk;
    return { ...file, text };
  };

  test("writes JSON Lines of what the filter shows", async () => {
    const { datasetId } = await publishedDataset(ctx, rows, "Fälle / März");
    const file = await textOf({ datasetId, format: "jsonl", search: "two" });
    expect(file.fileName).toBe("fa-lle-ma-rz-draft.jsonl");
    expect(JSON.parse(file.text)).toEqual({
      key: "b",
      input: 'two "quoted",\nlines',
      expected: "-5",
      tags: [],
      split: "held-out",
      cluster: null,
      metadata: {},
    });
  });

  test("defuses cells that a spreadsheet would run", async () => {
    const { datasetId } = await publishedDataset(ctx, rows);
    const { text } = await textOf({ datasetId, format: "csv", version: 1 });
    expect(text).toContain("a,'=1+1,x,[],held-out,,{}");
    expect(text).toContain(",'-5,");
  });

  test("imports again as what it was", async () => {
    const { datasetId } = await publishedDataset(ctx, [
      {
        id: "a",
        input: { q: "one", n: 1 },
        expected: { ok: true },
        tags: ["x", "y, z"],
        metadata: { from: "book" },
        split: "fresh",
      },
    ]);
    const { text } = await textOf({ datasetId, format: "csv" });
    async function* once() {
      yield text;
    }
    const values: Record<string, unknown>[] = [];
    for await (const event of parseCsv(once())) if (event.type === "row") values.push(event.row.values);
    expect(await importObjects(ctx, datasetId, values)).toMatchObject({ unchanged: 1 });
  });

  test("refuses another workspace", async () => {
    const { datasetId } = await publishedDataset(ctx, rows);
    await expect(exportCases(workspace.otherCtx, { datasetId, format: "csv" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
