import { beforeAll, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { evaluateGate } from "../evaluate-gate.ts";
import { savePolicy } from "../policy/save-policy.ts";
import { getGate } from "../results/get-gate.ts";
import { listGateResults } from "../results/list-gate-results.ts";
import { measuredDataset } from "../testing/measured-runs.ts";
import { listUnmeasuredRuns } from "./list-unmeasured-runs.ts";
import { measureRunsAgain } from "./measure-runs-again.ts";

let workspace: TestWorkspace;
let ctx: Context;
beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
});

test("runs of before a policy are measured by it, in batches, and keep their earlier verdicts", async () => {
  const dataset = await measuredDataset(ctx);
  const { datasetId } = dataset;
  await savePolicy(ctx, { datasetId, policy: { passRate: 0.5 } });
  const first = await dataset.run(20);
  await evaluateGate(ctx, { runId: first.id });
  for (let more = 0; more < 6; more += 1) await dataset.run(4);
  await dataset.runUnderWay();
  await savePolicy(ctx, { datasetId, policy: { passRate: 0.6 } });

  expect(await listUnmeasuredRuns(ctx, datasetId)).toMatchObject({ policyNumber: 2 });
  expect((await listUnmeasuredRuns(ctx, datasetId)).runIds).toHaveLength(7);
  expect(await measureRunsAgain(ctx, { datasetId })).toEqual({ measured: 5, left: 2 });
  expect(await measureRunsAgain(ctx, { datasetId })).toEqual({ measured: 2, left: 0 });
  expect(await measureRunsAgain(ctx, { datasetId })).toEqual({ measured: 0, left: 0 });

  const results = await listGateResults(ctx, { runId: first.id });
  expect(results.map(({ policyNumber }) => policyNumber)).toEqual([2, 1]);
  expect(await getGate(ctx, { runId: first.id })).toMatchObject({ policy: { number: 2 }, outdated: null });
});

test("without a policy there is nothing to measure", async () => {
  const { datasetId } = await measuredDataset(ctx, 2);
  expect(await measureRunsAgain(ctx, { datasetId })).toEqual({ measured: 0, left: 0 });
});

test("refuses another workspace", async () => {
  const { datasetId } = await measuredDataset(ctx, 2);
  await expect(measureRunsAgain(workspace.otherCtx, { datasetId })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("refuses without permission", async () => {
  const { datasetId } = await measuredDataset(ctx, 2);
  const reviewer = workspace.ctxWithRole("reviewer");
  await expect(measureRunsAgain(reviewer, { datasetId })).rejects.toMatchObject({ code: "forbidden" });
});
