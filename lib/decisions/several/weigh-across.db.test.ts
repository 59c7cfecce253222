import { beforeAll, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { weighable } from "../testing/weighable.ts";
import { weighAcross } from "./weigh-across.ts";

let workspace: TestWorkspace;
let ctx: Context;
let sets: { datasetId: string; weight: number }[];
let names: { both: string; first: string };

beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
  const [first, second] = [await weighable(ctx), await weighable(ctx)];
  const both = await first.addModel("both");
  const one = await first.addModel("first only");
  await first.addRun(both.versionId, { passes: 30, costMicroUsd: 1 });
  // The latest run counts, and not the better one before it.
  await first.addRun(both.versionId, { passes: 45, costMicroUsd: 1 });
  await first.addRun(one.versionId, { passes: 60, costMicroUsd: 1 });
  await second.addRun(both.versionId, { passes: 15, costMicroUsd: 1 });
  sets = [
    { datasetId: first.datasetId, weight: 3 },
    { datasetId: second.datasetId, weight: 1 },
  ];
  names = { both: both.modelId, first: one.modelId };
});

test("the latest run of every model on each dataset, weighted; a model without one has no figure", async () => {
  const { rows } = await weighAcross(ctx, { sets });
  expect(rows.map(({ model }) => model.id)).toEqual([names.both, names.first]);
  expect(rows[0]?.weighted?.value).toBeCloseTo(0.75 * (45 / 60) + 0.25 * (15 / 60), 12);
  expect(rows[0]?.rates).toMatchObject([{ n: 60 }, { value: 0.25 }]);
  expect(rows[1]).toMatchObject({ weighted: null, worst: null, rates: [{ value: 1 }, null] });
});

test("by the worst dataset it is that of the lowest rate", async () => {
  const { rows, datasets } = await weighAcross(ctx, { sets, order: "worst" });
  expect(rows[0]?.worst).toMatchObject({ value: 0.25, datasetName: datasets[1]?.name });
});

test("refuses another workspace", async () => {
  await expect(weighAcross(workspace.otherCtx, { sets })).rejects.toThrow("There is no dataset");
});
