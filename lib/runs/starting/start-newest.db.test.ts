import { beforeAll, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { setDatasetGraders } from "#lib/graders/set-dataset-graders.ts";
import { newId } from "#lib/ids/new-id.ts";
import { echoCases, publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { getRunByNumber } from "../get-run-by-number.ts";
import { startNewest } from "./start-newest.ts";

let workspace: TestWorkspace;
let ctx: Context;
let datasetId: string;
let modelId: string;
const request = () => ({ requestKey: newId(), datasetId, modelIds: [modelId] });

beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
  ({ datasetId } = await publishedDataset(ctx, echoCases(3)));
  ({ modelId } = await serverModel(ctx, { baseUrl: "http://127.0.0.1:9/v1" }));
  const grader = await createGrader(ctx, { name: "Exact", kind: "exact-match" });
  await setDatasetGraders(ctx, { datasetId, graderIds: [grader.id] });
});

test("pins the newest versions and the dataset's graders, and is found by its number", async () => {
  const { runIds } = await startNewest(ctx, { ...request(), repetitions: 2 });
  const { number } = await db().run.findUniqueOrThrow({ where: { id: runIds[0] } });
  expect(await getRunByNumber(ctx, { number })).toMatchObject({
    id: runIds[0],
    number,
    planned: 6,
    repetitions: 2,
    dataset: { id: datasetId },
    model: { modelId },
    graders: [{ name: "Exact" }],
  });
});

test("the same request key starts the runs once", async () => {
  const same = request();
  const [first, second] = await Promise.all([startNewest(ctx, same), startNewest(ctx, same)]);
  expect(second).toEqual(first);
});

test("says what is missing", async () => {
  const unpublished = await db().dataset.create({
    data: { id: newId(), workspaceId: ctx.workspaceId, name: "Empty", description: "" },
  });
  const { datasetId: ungraded } = await publishedDataset(ctx, echoCases(1));
  const start = async (changes: object) => await startNewest(ctx, { ...request(), ...changes });
  await expect(start({ datasetId: unpublished.id })).rejects.toThrow("no published version");
  await expect(start({ datasetId: ungraded })).rejects.toThrow("no graders of its own");
  await expect(start({ modelIds: [newId()] })).rejects.toThrow("not in this workspace");
  await expect(start({ datasetId: newId() })).rejects.toThrow("no dataset with this id");
  await expect(getRunByNumber(ctx, { number: 999_999 })).rejects.toThrow("There is no run 999999");
});

test("refuses another workspace", async () => {
  const { otherCtx } = workspace;
  await startNewest(ctx, request());
  await expect(startNewest(otherCtx, request())).rejects.toThrow("no dataset with this id");
  await expect(getRunByNumber(otherCtx, { number: 1 })).rejects.toThrow("There is no run 1");
});

test("refuses without permission", async () => {
  await expect(startNewest(workspace.ctxWithRole("reviewer"), request())).rejects.toThrow("role editor");
});
