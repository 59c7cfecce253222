import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { getDataset } from "../get-dataset.ts";
import { publishVersion } from "../publish-version.ts";
import { importObjects, publishedDataset } from "../testing/import-objects.ts";
import { listVersionChanges } from "../versions/list-version-changes.ts";
import { listVersions } from "../versions/list-versions.ts";
import { addCase } from "./add-case.ts";
import { archiveCases, restoreCases } from "./archive-cases.ts";
import { discardDraft } from "./discard-draft.ts";
import { editCase } from "./edit-case.ts";
import { getCase } from "./get-case.ts";
import { listCases } from "./list-cases.ts";

let workspace: TestWorkspace;
let ctx: Context;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
});

const rows = ["a", "b", "c"].map((id) => ({ id, text: `text ${id}`, label: "x" }));
const content = (input: unknown, expected: unknown = "x") => ({
  input,
  expected,
  tags: [],
  split: "held_out" as const,
  metadata: {},
  cluster: null,
});
const newDataset = async () => (await publishedDataset(ctx, rows)).datasetId;
const keysOf = async (datasetId: string, options: Partial<Parameters<typeof listCases>[1]> = {}) =>
  (await listCases(ctx, { datasetId, ...options })).items.map((row) => row.key);

describe("addCase", () => {
  test("adds a draft behind the others", async () => {
    const datasetId = await newDataset();
    await addCase(ctx, { datasetId, key: " new ", content: content({ q: "?" }, null) });
    expect(await getCase(ctx, { datasetId, key: "new" })).toMatchObject({
      position: 4,
      revisions: [{ input: { q: "?" }, expected: null, firstVersion: null, isHead: true, createdBy: "Ada" }],
    });
    expect((await getDataset(ctx, { datasetId })).draftChanges).toEqual({ added: 1, changed: 0, removed: 0 });
  });

  test("a key names one case, archived ones included", async () => {
    const datasetId = await newDataset();
    await expect(addCase(ctx, { datasetId, key: "a", content: content("x") })).rejects.toMatchObject({
      code: "conflict",
      fields: { key: 'There is already a case with the key "a". Choose another key.' },
    });
    await archiveCases(ctx, { datasetId, keys: ["a"] });
    await expect(addCase(ctx, { datasetId, key: "a", content: content("x") })).rejects.toThrow(
      "Restore that case",
    );
  });

  test.each([
    ["an empty input", content(""), "content.input", "The input is empty."],
    ["a NUL character", content({ q: "a\0b" }), "content.input", "NUL character"],
    ["half a character", content("a\ud800"), "content.input", "surrogate"],
    ["an input of 5 MB", content("x".repeat(5_000_001)), "content.input", "longer than 5,000,000 characters"],
  ])("refuses %s", async (_name, bad, field, message) => {
    const datasetId = await newDataset();
    await expect(addCase(ctx, { datasetId, key: "k", content: bad })).rejects.toMatchObject({
      code: "invalid",
      fields: { [field]: expect.stringContaining(message) },
    });
  });

  test("two at once with one key give one case", async () => {
    const datasetId = await newDataset();
    const clicks = await Promise.allSettled(
      [1, 2].map(() => addCase(ctx, { datasetId, key: "twice", content: content("x") })),
    );
    expect(clicks.map((click) => click.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("editCase", () => {
  test("makes a draft of a published case, and edits that draft from then on", async () => {
    const datasetId = await newDataset();
    expect(await editCase(ctx, { datasetId, key: "a", content: content("one") })).toEqual({
      key: "a",
      changed: true,
    });
    await editCase(ctx, { datasetId, key: "a", content: content("two") });
    expect((await getCase(ctx, { datasetId, key: "a" })).revisions).toMatchObject([
      { input: "two", isHead: true, firstVersion: null },
      { input: "text a", isHead: false, firstVersion: 1, lastVersion: null },
    ]);
  });

  test("the same content again is no change", async () => {
    const datasetId = await newDataset();
    expect(await editCase(ctx, { datasetId, key: "a", content: content("text a") })).toMatchObject({
      changed: false,
    });
    await expect(publishVersion(ctx, { datasetId })).rejects.toThrow("Nothing has changed");
  });

  test("does not overwrite what somebody else wrote meanwhile", async () => {
    const datasetId = await newDataset();
    const startedFrom = (await getCase(ctx, { datasetId, key: "a" })).revisions[0]?.contentHash;
    await editCase(ctx, { datasetId, key: "a", content: content("first"), startedFrom });
    await expect(
      editCase(ctx, { datasetId, key: "a", content: content("second"), startedFrom }),
    ).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("changed by someone else"),
    });
  });

  test("an archived case is not edited", async () => {
    const datasetId = await newDataset();
    await archiveCases(ctx, { datasetId, keys: ["a"] });
    await expect(editCase(ctx, { datasetId, key: "a", content: content("x") })).rejects.toThrow("Restore it");
  });
});

describe("archiveCases and restoreCases", () => {
  test("take cases out of the working copy and of the next version only", async () => {
    const datasetId = await newDataset();
    expect(await archiveCases(ctx, { datasetId, keys: ["a", "c", "a"] })).toEqual({ keys: ["a", "c"] });
    expect(await keysOf(datasetId)).toEqual(["b"]);
    expect(await keysOf(datasetId, { show: "archived" })).toEqual(["a", "c"]);
    expect(await publishVersion(ctx, { datasetId })).toMatchObject({ number: 2, caseCount: 1 });
    expect(await keysOf(datasetId, { version: 1 })).toEqual(["a", "b", "c"]);
    expect(await keysOf(datasetId, { version: 2 })).toEqual(["b"]);
    await restoreCases(ctx, { datasetId, keys: ["c"] });
    expect(await publishVersion(ctx, { datasetId })).toMatchObject({ number: 3, caseCount: 2 });
    expect(await keysOf(datasetId, { version: 3 })).toEqual(["b", "c"]);
  });

  test("undone at once, nothing is left to publish", async () => {
    const datasetId = await newDataset();
    await archiveCases(ctx, { datasetId, keys: ["a", "b"] });
    await restoreCases(ctx, { datasetId, keys: ["a", "b"] });
    await expect(publishVersion(ctx, { datasetId })).rejects.toThrow("Nothing has changed");
    expect(await db().caseRevision.count({ where: { datasetId } })).toBe(3);
  });

  test("a case added and archived before any version is no change, and can come back", async () => {
    const datasetId = await newDataset();
    await addCase(ctx, { datasetId, key: "brief", content: content("x") });
    await archiveCases(ctx, { datasetId, keys: ["brief"] });
    await expect(publishVersion(ctx, { datasetId })).rejects.toThrow("Nothing has changed");
    await editCase(ctx, { datasetId, key: "a", content: content("other") });
    expect(await publishVersion(ctx, { datasetId })).toMatchObject({ number: 2, caseCount: 3 });
    await restoreCases(ctx, { datasetId, keys: ["brief"] });
    expect(await publishVersion(ctx, { datasetId })).toMatchObject({ number: 3, caseCount: 4 });
    expect((await listVersions(ctx, { datasetId })).items[0]?.changes).toEqual({
      added: 1,
      changed: 0,
      removed: 0,
    });
  });

  test("an import of an archived key brings the case back", async () => {
    const datasetId = await newDataset();
    await archiveCases(ctx, { datasetId, keys: ["a"] });
    await publishVersion(ctx, { datasetId });
    expect(await importObjects(ctx, datasetId, rows)).toMatchObject({ added: 0, updated: 1, unchanged: 2 });
    expect(await keysOf(datasetId)).toEqual(["a", "b", "c"]);
  });

  test("one unknown key stops all", async () => {
    const datasetId = await newDataset();
    await expect(archiveCases(ctx, { datasetId, keys: ["a", "nope"] })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await keysOf(datasetId)).toEqual(["a", "b", "c"]);
  });
});

describe("discardDraft", () => {
  test("puts a published case back", async () => {
    const datasetId = await newDataset();
    await editCase(ctx, { datasetId, key: "a", content: content("draft") });
    expect(await discardDraft(ctx, { datasetId, key: "a" })).toEqual({ remains: true });
    expect((await getCase(ctx, { datasetId, key: "a" })).revisions).toMatchObject([
      { input: "text a", isHead: true },
    ]);
    await expect(discardDraft(ctx, { datasetId, key: "a" })).rejects.toMatchObject({ code: "conflict" });
  });

  test("removes a case that no version has", async () => {
    const datasetId = await newDataset();
    await addCase(ctx, { datasetId, key: "new", content: content("x") });
    expect(await discardDraft(ctx, { datasetId, key: "new" })).toEqual({ remains: false });
    await expect(getCase(ctx, { datasetId, key: "new" })).rejects.toMatchObject({ code: "not-found" });
    await addCase(ctx, { datasetId, key: "new", content: content("y") });
  });
});

describe("versions", () => {
  test("list what each changed against the one before", async () => {
    const datasetId = await newDataset();
    await editCase(ctx, { datasetId, key: "a", content: content("changed") });
    await archiveCases(ctx, { datasetId, keys: ["b"] });
    await addCase(ctx, { datasetId, key: "d", content: content("new") });
    const changes = [
      { key: "a", kind: "changed", title: "changed", position: 1 },
      { key: "b", kind: "removed", title: "text b", position: 2 },
      { key: "d", kind: "added", title: "new", position: 4 },
    ];
    expect((await listVersionChanges(ctx, { datasetId, number: null })).items).toEqual(changes);
    await publishVersion(ctx, { datasetId, note: "second" });
    expect((await listVersionChanges(ctx, { datasetId, number: 2 })).items).toEqual(changes);
    expect((await listVersionChanges(ctx, { datasetId, number: 2, kind: "removed" })).items).toHaveLength(1);
    expect((await listVersions(ctx, { datasetId })).items).toMatchObject([
      {
        number: 2,
        note: "second",
        caseCount: 3,
        publishedBy: "Ada",
        changes: { added: 1, changed: 1, removed: 1 },
      },
      { number: 1, caseCount: 3, changes: { added: 3, changed: 0, removed: 0 } },
    ]);
    const first = await listVersions(ctx, { datasetId, limit: 1 });
    expect(
      (await listVersions(ctx, { datasetId, limit: 1, cursor: first.nextCursor })).items[0]?.number,
    ).toBe(1);
  });
});

const changes = {
  add: (as: Context, datasetId: string) => addCase(as, { datasetId, key: "z", content: content("x") }),
  edit: (as: Context, datasetId: string) => editCase(as, { datasetId, key: "a", content: content("x") }),
  archive: (as: Context, datasetId: string) => archiveCases(as, { datasetId, keys: ["a"] }),
  restore: (as: Context, datasetId: string) => restoreCases(as, { datasetId, keys: ["a"] }),
  discard: (as: Context, datasetId: string) => discardDraft(as, { datasetId, key: "a" }),
};

describe.each(Object.entries(changes))("%s", (_name, change) => {
  test("refuses another workspace", async () => {
    await expect(change(workspace.otherCtx, await newDataset())).rejects.toMatchObject({ code: "not-found" });
  });

  test("refuses without permission", async () => {
    await expect(change(workspace.ctxWithRole("reviewer"), await newDataset())).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

test("queries refuse another workspace", async () => {
  const datasetId = await newDataset();
  const { otherCtx } = workspace;
  await expect(getCase(otherCtx, { datasetId, key: "a" })).rejects.toMatchObject({ code: "not-found" });
  await expect(listCases(otherCtx, { datasetId })).rejects.toMatchObject({ code: "not-found" });
  await expect(listVersions(otherCtx, { datasetId })).rejects.toMatchObject({ code: "not-found" });
  expect((await listVersionChanges(otherCtx, { datasetId, number: 1 })).items).toEqual([]);
});
