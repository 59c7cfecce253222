import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { countVersionCases } from "./count-version-cases.ts";
import { createDataset } from "./create-dataset.ts";
import { publishVersion } from "./publish-version.ts";
import { streamVersionCases, type VersionCase } from "./stream-version-cases.ts";
import { importObjects, publishedDataset } from "./testing/import-objects.ts";

let workspace: TestWorkspace;
let ctx: Context;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
});

async function casesOf(versionId: string, options: Partial<Parameters<typeof streamVersionCases>[1]> = {}) {
  const cases: VersionCase[] = [];
  for await (const batch of streamVersionCases(ctx, { versionId, ...options })) cases.push(...batch);
  return cases;
}

const abc = [
  { id: "a", text: "one", label: "x", split: "train" },
  { id: "b", text: "two", label: "x", split: "test" },
  { id: "c", text: "three", label: "x", split: "test" },
];

describe("publishVersion", () => {
  test("numbers versions, and a version never changes afterwards", async () => {
    const { datasetId, version: first } = await publishedDataset(ctx, abc);
    expect(first).toMatchObject({ number: 1, caseCount: 3 });
    const before = await casesOf(first.id);

    await importObjects(ctx, datasetId, [
      { id: "b", text: "two", label: "changed", split: "test" },
      { id: "d", text: "four", label: "x", split: "test" },
    ]);
    expect(await casesOf(first.id)).toEqual(before);
    const second = await publishVersion(ctx, { datasetId, note: "more" });
    expect(second).toMatchObject({ number: 2, caseCount: 4 });
    expect(await casesOf(first.id)).toEqual(before);
    expect((await casesOf(second.id)).map((one) => [one.key, one.expected])).toEqual([
      ["a", "x"],
      ["b", "changed"],
      ["c", "x"],
      ["d", "x"],
    ]);
    expect((await casesOf(second.id))[0]?.revisionId).toBe(before[0]?.revisionId);
  });

  test("refuses when nothing changed, and when there is nothing", async () => {
    const { datasetId } = await publishedDataset(ctx, abc, "unchanged");
    await expect(publishVersion(ctx, { datasetId })).rejects.toMatchObject({
      code: "conflict",
      message: 'Nothing has changed in "unchanged" since version 1, so there is nothing to publish.',
    });
    const empty = await createDataset(ctx, { name: "empty" });
    await expect(publishVersion(ctx, { datasetId: empty.id })).rejects.toThrow(
      'The dataset "empty" has no cases yet.',
    );
  });

  test("two clicks at once give one version", async () => {
    const dataset = await createDataset(ctx, { name: "two clicks" });
    await importObjects(ctx, dataset.id, abc);
    const clicks = await Promise.allSettled(
      [1, 2, 3].map(() => publishVersion(ctx, { datasetId: dataset.id })),
    );
    expect(clicks.filter((click) => click.status === "fulfilled")).toHaveLength(1);
    expect(await db().datasetVersion.count({ where: { datasetId: dataset.id } })).toBe(1);
    const audit = await db().auditEvent.count({
      where: { subjectId: dataset.id, action: "dataset.publish" },
    });
    expect(audit).toBe(1);
  });

  test("an import at the same moment is wholly in the version or wholly after it", async () => {
    const { datasetId } = await publishedDataset(ctx, abc);
    await importObjects(ctx, datasetId, [{ id: "z", text: "t", label: "x" }]);
    const added = Array.from({ length: 500 }, (_, index) => ({ id: `n${index}`, text: "t", label: "x" }));
    const [version] = await Promise.all([
      publishVersion(ctx, { datasetId }),
      importObjects(ctx, datasetId, added),
    ]);
    expect([4, 504]).toContain(await countVersionCases(ctx, { versionId: version.id }));
    expect(await countVersionCases(ctx, { versionId: version.id })).toBe(version.caseCount);
  });

  test("refuses another workspace", async () => {
    const { datasetId } = await publishedDataset(ctx, abc);
    await expect(publishVersion(workspace.otherCtx, { datasetId })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("refuses without permission", async () => {
    const { datasetId } = await publishedDataset(ctx, abc);
    await expect(publishVersion(workspace.ctxWithRole("viewer"), { datasetId })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("streamVersionCases and countVersionCases", () => {
  test("pages through a version by position", async () => {
    const rows = Array.from({ length: 25 }, (_, index) => ({
      id: `k${index}`,
      text: `t${index}`,
      label: "x",
    }));
    const { version } = await publishedDataset(ctx, rows);
    const sizes: number[] = [];
    for await (const batch of streamVersionCases(ctx, { versionId: version.id, batchSize: 10 }))
      sizes.push(batch.length);
    expect(sizes).toEqual([10, 10, 5]);
    const some = await casesOf(version.id, { firstPosition: 3, lastPosition: 12, batchSize: 4 });
    expect(some.map((one) => one.position)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test("keeps to the splits; none named means all", async () => {
    const { version } = await publishedDataset(ctx, abc);
    expect((await casesOf(version.id, { splits: ["held_out"] })).map((one) => one.key)).toEqual(["b", "c"]);
    expect(await countVersionCases(ctx, { versionId: version.id, splits: ["held_out"] })).toBe(2);
    expect(await countVersionCases(ctx, { versionId: version.id, splits: [] })).toBe(3);
  });

  test("refuses another workspace", async () => {
    const { version } = await publishedDataset(ctx, abc);
    await expect(countVersionCases(workspace.otherCtx, { versionId: version.id })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(
      streamVersionCases(workspace.otherCtx, { versionId: version.id }).next(),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
