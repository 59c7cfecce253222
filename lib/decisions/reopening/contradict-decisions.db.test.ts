import { beforeAll, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { addCase } from "#lib/datasets/cases/add-case.ts";
import { publishVersion } from "#lib/datasets/publish-version.ts";
import { db } from "#lib/db/database.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { getDecision } from "../reading/get-decision.ts";
import { listReopened } from "../reading/list-reopened.ts";
import { recordDecision } from "../record/record-decision.ts";
import { weighable } from "../testing/weighable.ts";
import { contradictDecisions } from "./contradict-decisions.ts";

let workspace: TestWorkspace;
let ctx: Context;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
});

async function decided() {
  const things = await weighable(ctx);
  const chosen = await things.addModel("chosen");
  const run = await things.addRun(chosen.versionId, { passes: 58, costMicroUsd: 100 });
  const decision = await recordDecision(ctx, {
    asked: { datasetId: things.datasetId, runIds: [run.id], bar: { policy: { passRate: 0.8 } } },
    question: "Which model?",
    chosenRunId: run.id,
  });
  return { ...things, chosen, runId: run.id, decisionId: decision.id };
}

test("a run in which the chosen model misses the bar re-opens it, once, with notice", async () => {
  const { addRun, chosen, decisionId } = await decided();
  const later = await addRun(chosen.versionId, { passes: 20, costMicroUsd: 100 });
  expect(await contradictDecisions(ctx, { runId: later.id })).toBe(1);
  await contradictDecisions(ctx, { runId: later.id });
  const decision = await getDecision(ctx, decisionId);
  expect(decision.state).toBe("re-opened");
  expect(decision.reasons).toMatchObject([
    {
      kind: "later run",
      subject: { type: "run", id: later.id },
      sentence: expect.stringContaining("misses the bar"),
    },
  ]);
  expect((await listReopened(ctx)).map(({ id }) => id)).toContain(decisionId);
  expect(await db().auditEvent.count({ where: { subjectId: decisionId, action: "decision.reopen" } })).toBe(
    1,
  );
});

test("a run that was graded again and has nothing to say any more takes its words back", async () => {
  const { addRun, chosen, decisionId } = await decided();
  const later = await addRun(chosen.versionId, { passes: 20, costMicroUsd: 100 });
  await contradictDecisions(ctx, { runId: later.id });
  await db().attempt.updateMany({ where: { runId: later.id }, data: { verdict: "passed" } });
  await db().scorecard.update({
    where: { runId: later.id },
    data: { computedAt: new Date(Date.now() + 1000) },
  });
  expect(await contradictDecisions(ctx, { runId: later.id })).toBe(0);
  expect(await getDecision(ctx, decisionId)).toMatchObject({ state: "in force", reasons: [] });
});

test("a run of a model that clears the bar for provably less re-opens it; one that costs more does not", async () => {
  const { addModel, addRun, decisionId } = await decided();
  const dear = await addRun((await addModel("dear")).versionId, { passes: 60, costMicroUsd: 900 });
  expect(await contradictDecisions(ctx, { runId: dear.id })).toBe(0);
  expect((await getDecision(ctx, decisionId)).state).toBe("in force");
  const cheap = await addRun((await addModel("cheap")).versionId, { passes: 59, costMicroUsd: 10 });
  expect(await contradictDecisions(ctx, { runId: cheap.id })).toBe(1);
  expect((await getDecision(ctx, decisionId)).reasons[0]?.sentence).toMatch(
    /provably clears the bar and is cheaper than chosen \S+: by \$0\.09/,
  );
});

test("the runs that a decision has weighed, and runs of other workspaces, say nothing against it", async () => {
  const { runId, decisionId } = await decided();
  expect(await contradictDecisions(ctx, { runId })).toBe(0);
  expect(await contradictDecisions(workspace.otherCtx, { runId })).toBe(0);
  await expect(contradictDecisions(workspace.ctxWithRole("reviewer"), { runId })).rejects.toThrow(
    "role editor",
  );
  expect((await getDecision(ctx, decisionId)).state).toBe("in force");
});

test("a newer version of the dataset re-opens it as soon as anybody looks", async () => {
  const { datasetId, decisionId } = await decided();
  await addCase(ctx, {
    datasetId,
    key: "one-more",
    content: { input: { text: "one more" }, expected: "one more", split: "tuning" },
  });
  await publishVersion(ctx, { datasetId, note: "One more case" });
  expect(await getDecision(ctx, decisionId)).toMatchObject({
    state: "re-opened",
    reasons: [{ kind: "dataset version", subject: { type: "dataset", id: datasetId } }],
  });
});
