import { expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { savePolicy } from "#lib/gates/policy/save-policy.ts";
import { getGate } from "#lib/gates/results/get-gate.ts";
import { listGateResults } from "#lib/gates/results/list-gate-results.ts";
import { measuredDataset } from "#lib/gates/testing/measured-runs.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { handleFinishRun } from "./handle-finish-run.ts";

test("a run's gate is evaluated at its end, once, also when the worker was killed after the end", async () => {
  const { ctx } = await createTestWorkspace();
  const dataset = await measuredDataset(ctx);
  await savePolicy(ctx, { datasetId: dataset.datasetId, policy: { minimumCases: 2 } });
  const { id: runId } = await dataset.runUnderWay();
  const job = { workspaceId: ctx.workspaceId, runId };

  // Killed here: the run is ended, and nothing has measured it.
  await finishRun(ctx, runId);
  expect(await getGate(ctx, { runId })).toMatchObject({ missing: "not evaluated" });

  await handleFinishRun(job);
  await handleFinishRun(job);
  expect(await getGate(ctx, { runId })).toMatchObject({ verdict: "pass", outdated: null });
  expect(await listGateResults(ctx, { runId })).toMatchObject([{ evaluatedBy: "worker" }]);
  expect(await db().run.findUnique({ where: { id: runId }, select: { state: true } })).toEqual({
    state: "finished",
  });
});
