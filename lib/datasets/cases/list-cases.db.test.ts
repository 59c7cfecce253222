import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { inputFields } from "../input-fields.ts";
import { publishVersion } from "../publish-version.ts";
import { importObjects, publishedDataset } from "../testing/import-objects.ts";
import { archiveCases } from "./archive-cases.ts";
import { type ListCasesInput, listCases } from "./list-cases.ts";
import { listTags } from "./list-tags.ts";

let workspace: TestWorkspace;
let ctx: Context;
let datasetId: string;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
  ({ datasetId } = await publishedDataset(ctx, [
    {
      id: "k1",
      input: { subject: 'She said "50%"', body: "C:\\temp" },
      expected: "billing",
      tags: "short, billing",
      split: "train",
    },
    {
      id: "k2",
      input: { subject: "Underscore_name" },
      expected: { kind: "bug" },
      tags: "short",
      split: "test",
    },
    {
      id: "k3",
      input: { subject: "Größe", nested: { deep: [1] } },
      expected: null,
      tags: "",
      split: "fresh",
    },
    { id: "k10", input: "plain", expected: "x", tags: "long", split: "test" },
  ]));
  await importObjects(ctx, datasetId, [{ id: "k4", input: "added later", expected: "x" }]);
  await archiveCases(ctx, { datasetId, keys: ["k10"] });
});

const keys = async (input: Omit<ListCasesInput, "datasetId">) =>
  (await listCases(ctx, { datasetId, ...input })).items.map((row) => row.key);

describe("listCases", () => {
  test.each<[string, Omit<ListCasesInput, "datasetId">, string[]]>([
    ["the working copy", {}, ["k1", "k2", "k3", "k4"]],
    ["a version", { version: 1 }, ["k1", "k2", "k3", "k10"]],
    ["only what changed", { show: "changed" }, ["k4"]],
    ["what a version changed", { version: 1, show: "changed" }, ["k1", "k2", "k3", "k10"]],
    ["only archived", { show: "archived" }, ["k10"]],
    ["a split", { splits: ["held_out", "fresh"] }, ["k2", "k3", "k4"]],
    ["a tag", { tags: ["short"] }, ["k1", "k2"]],
    ["two tags", { tags: ["short", "billing"] }, ["k1"]],
    ["by key, downwards", { version: 1, sort: "key", direction: "descending" }, ["k3", "k2", "k10", "k1"]],
    ["by position, downwards", { direction: "descending" }, ["k4", "k3", "k2", "k1"]],
    ["a search in the key", { search: "K2" }, ["k2"]],
    ["a search in the input", { search: "größe" }, ["k3"]],
    ["a search in the expected value", { search: "bug" }, ["k2"]],
    ["a search in the tags", { search: "BILL" }, ["k1"]],
    ["a search with quotes", { search: '"50%"' }, ["k1"]],
    ["a search with a backslash", { search: "C:\\temp" }, ["k1"]],
    ["an underscore that means itself", { search: "k_" }, []],
    ["a percent sign that means itself", { search: "5%0" }, []],
    ["nothing found", { search: "'; drop table" }, []],
  ])("shows %s", async (_name, input, expected) => {
    expect(await keys(input)).toEqual(expected);
  });

  test("pages by position and by key, and counts once", async () => {
    for (const sort of ["position", "key"] as const) {
      const first = await listCases(ctx, { datasetId, sort, limit: 3 });
      expect(first).toMatchObject({ total: 4, items: [{}, {}, {}] });
      const second = await listCases(ctx, { datasetId, sort, limit: 3, cursor: first.nextCursor });
      expect(second).toMatchObject({ total: null, nextCursor: null });
      expect(second.items.map((row) => row.key)).toEqual(["k4"]);
    }
    await expect(listCases(ctx, { datasetId, cursor: "x" })).rejects.toMatchObject({ code: "invalid" });
  });

  test("describes a row in one line", async () => {
    const { items } = await listCases(ctx, { datasetId });
    expect(items[0]).toMatchObject({
      title: 'She said "50%" · C:\\temp',
      expected: "billing",
      split: "tuning",
      change: null,
    });
    expect(items[1]).toMatchObject({ expected: '{"kind":"bug"}' });
    expect(items[3]).toMatchObject({ title: "added later", change: "added" });
  });

  test("does not send megabytes for a line", async () => {
    const large = (await publishedDataset(ctx, [{ input: "word ".repeat(900_000), expected: "x" }]))
      .datasetId;
    const { items } = await listCases(ctx, { datasetId: large });
    expect(items[0]?.title.length).toBeLessThanOrEqual(120);
  });

  test("tells an edited case from an added one", async () => {
    const { datasetId: other } = await publishedDataset(ctx, [{ id: "a", text: "one" }]);
    await importObjects(ctx, other, [
      { id: "a", text: "two" },
      { id: "b", text: "new" },
    ]);
    const changes = async (version?: number) =>
      (await listCases(ctx, { datasetId: other, version })).items.map((row) => row.change);
    expect(await changes()).toEqual(["changed", "added"]);
    await publishVersion(ctx, { datasetId: other });
    expect(await changes()).toEqual([null, null]);
    expect(await changes(2)).toEqual(["changed", "added"]);
    expect(await changes(1)).toEqual(["added"]);
  });
});

test("listTags counts the tags of the working copy or a version", async () => {
  expect(await listTags(ctx, { datasetId })).toEqual([
    { tag: "short", count: 2 },
    { tag: "billing", count: 1 },
  ]);
  expect(await listTags(ctx, { datasetId, version: 1 })).toHaveLength(3);
  expect(await listTags(workspace.otherCtx, { datasetId })).toEqual([]);
});

test("inputFields names dotted fields", async () => {
  expect(await inputFields(ctx, { datasetId })).toMatchObject({
    fields: ["body", "subject", "nested", "nested.deep"],
    hasPlainInputs: true,
    sampled: 4,
  });
  expect(await inputFields(workspace.otherCtx, { datasetId })).toMatchObject({ sampled: 0, examples: [] });
});
