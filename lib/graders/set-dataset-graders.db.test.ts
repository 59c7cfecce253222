import { beforeAll, expect, test } from "vitest";
import { newId } from "#lib/ids/new-id.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { createGrader } from "./create-grader.ts";
import { listDatasetGraders } from "./list-dataset-graders.ts";
import { listGraders } from "./list-graders.ts";
import { setDatasetGraders } from "./set-dataset-graders.ts";
import { setGraderArchived } from "./set-grader-archived.ts";
import { createTestDataset } from "./testing/create-test-dataset.ts";

let workspace: TestWorkspace;
let graderIds: [string, string, string];
beforeAll(async () => {
  workspace = await createTestWorkspace();
  const create = async (name: string) => (await createGrader(workspace.ctx, { name, kind: "token-f1" })).id;
  graderIds = [await create("One"), await create("Two"), await create("Three")];
});

test("keeps the chosen order, replaces the list, and is shown with each grader", async () => {
  const { ctx } = workspace;
  const { id: datasetId } = await createTestDataset(ctx, "Tickets");
  const [one, two, three] = graderIds;
  await setDatasetGraders(ctx, { datasetId, graderIds: [three, one] });
  expect((await listDatasetGraders(ctx, { datasetId })).map((grader) => grader.name)).toEqual([
    "Three",
    "One",
  ]);
  await setDatasetGraders(ctx, { datasetId, graderIds: [one, two] });
  expect((await listDatasetGraders(ctx, { datasetId })).map((grader) => grader.id)).toEqual([one, two]);
  const listed = (await listGraders(ctx)).items.find((grader) => grader.id === two);
  expect(listed?.datasets).toEqual([{ id: datasetId, name: "Tickets" }]);
  await setDatasetGraders(ctx, { datasetId, graderIds: [] });
  expect(await listDatasetGraders(ctx, { datasetId })).toEqual([]);
});

test("of lists that are set at the same moment, one wins as a whole", async () => {
  const { ctx } = workspace;
  const { id: datasetId } = await createTestDataset(ctx, "Raced");
  const [one, two, three] = graderIds;
  const lists = [[one, two], [three, one], [two]];
  await Promise.all(lists.map((ids) => setDatasetGraders(ctx, { datasetId, graderIds: ids })));
  expect(lists).toContainEqual((await listDatasetGraders(ctx, { datasetId })).map((grader) => grader.id));
});

test("refuses an archived grader by name, and leaves archived ones out of the list", async () => {
  const { ctx } = workspace;
  const { id: datasetId } = await createTestDataset(ctx, "With an old one");
  const { id } = await createGrader(ctx, { name: "Old", kind: "token-f1" });
  await setDatasetGraders(ctx, { datasetId, graderIds: [id] });
  await setGraderArchived(ctx, { graderId: id, archived: true });
  expect(await listDatasetGraders(ctx, { datasetId })).toEqual([]);
  const again = setDatasetGraders(ctx, { datasetId, graderIds: [id] });
  await expect(again).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Old") });
});

test("refuses another workspace's dataset and grader, a grader twice, and missing permission", async () => {
  const { ctx, otherCtx, ctxWithRole } = workspace;
  const { id: datasetId } = await createTestDataset(ctx, "Mine");
  const { id: foreign } = await createGrader(otherCtx, { name: "Theirs", kind: "token-f1" });
  const [one] = graderIds;
  const set = (context: typeof ctx, ids: string[]) =>
    setDatasetGraders(context, { datasetId, graderIds: ids });
  await expect(set(otherCtx, [foreign])).rejects.toMatchObject({ code: "not-found" });
  await expect(set(ctx, [foreign])).rejects.toMatchObject({ code: "not-found" });
  await expect(set(ctx, [newId()])).rejects.toMatchObject({ code: "not-found" });
  await expect(set(ctx, [one, one])).rejects.toMatchObject({ code: "invalid" });
  await expect(set(ctxWithRole("reviewer"), [one])).rejects.toMatchObject({ code: "forbidden" });
  await expect(listDatasetGraders(otherCtx, { datasetId })).rejects.toMatchObject({ code: "not-found" });
});
