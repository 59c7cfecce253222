import { expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { gradedRun } from "../testing/graded-run.ts";
import { getRunControl } from "./get-run-control.ts";
import { listAddableGraders } from "./grading/list-addable-graders.ts";
import { pauseRun } from "./pause-run.ts";

test("tells errors, what was not asked for beside them, money, newer graders, and since when a run stands still", async () => {
  const { ctx, otherCtx } = await createTestWorkspace();
  const { runId } = await gradedRun(ctx, [
    { key: "c-1", input: {}, verdict: "passed", costMicroUsd: 30 },
    { key: "c-2", input: {}, verdict: "errored" },
  ]);
  expect(await getRunControl(ctx, runId)).toEqual({
    priority: "normal",
    budgetMicroUsd: null,
    paidMicroUsd: 30,
    pausedSince: null,
    errored: 1,
    notAskedBeside: 0,
    gradersBehind: [],
  });
  await db().runShard.updateMany({ where: { runId }, data: { planned: 10 } });
  await db().run.update({ where: { id: runId }, data: { state: "running", budgetMicroUsd: 40 } });
  await pauseRun(ctx, { runId });
  const control = await getRunControl(ctx, runId);
  expect(control).toMatchObject({ budgetMicroUsd: 40, notAskedBeside: 8 });
  expect(control.pausedSince).toBeInstanceOf(Date);
  await expect(getRunControl(otherCtx, runId)).rejects.toThrow("There is no run");
  await expect(listAddableGraders(otherCtx, { runId })).rejects.toThrow("There is no run");
  expect(await listAddableGraders(ctx, { runId })).toEqual([]);
});
