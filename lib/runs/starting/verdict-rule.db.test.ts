import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { setDatasetGraders } from "#lib/graders/set-dataset-graders.ts";
import { getVerdictRule } from "#lib/graders/verdict/get-verdict-rule.ts";
import type { VerdictRule } from "#lib/graders/verdict/verdict-rule.ts";
import { newId } from "#lib/ids/new-id.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";
import { publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { gradeAgain } from "../control/grading/grade-again.ts";
import { rerun } from "../control/rerun.ts";
import { executeShard } from "../execution/execute-shard.ts";
import { startRuns } from "../start-runs.ts";

let server: FakeModelServer;
let workspace: TestWorkspace;
let ctx: Context;
let graderIds: string[];
let dataset: { datasetId: string; versionId: string };
let start: (verdictRule?: VerdictRule) => Promise<string>;

beforeAll(async () => {
  server = await startFakeModelServer({ behaviour: { kind: "answer", answer: () => "yes" } });
});
afterAll(async () => await server.close());

/** "yes" is answered to all: both graders pass the first case, one the second, none the third. */
beforeEach(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
  dataset = await publishedDataset(
    ctx,
    ["yes", "yes or no", "never"].map((expected, index) => ({
      key: `c-${index + 1}`,
      input: { text: "?" },
      expected,
    })),
  );
  const model = await serverModel(ctx, { baseUrl: server.baseUrl });
  const graders = [
    await createGrader(ctx, { name: "Exact", kind: "exact-match" }),
    await createGrader(ctx, { name: "Words", kind: "token-f1", threshold: 0.5 }),
  ];
  graderIds = graders.map(({ id }) => id);
  start = async (verdictRule) => {
    const { runIds } = await startRuns(ctx, {
      requestKey: newId(),
      datasetVersionId: dataset.versionId,
      modelVersionIds: [model.versionId],
      graderVersionIds: graders.map(({ versionId }) => versionId),
      ...(verdictRule ? { verdictRule } : {}),
    });
    return runIds[0] ?? "";
  };
});

async function verdictsOf(runId: string) {
  await executeShard(ctx, { runId, index: 0 }, newId(), new AbortController().signal);
  await finishRun(ctx, runId);
  const attempts = await db().attempt.findMany({
    where: { runId },
    select: { verdict: true, caseRevision: { select: { key: true } } },
  });
  return attempts
    .sort((one, other) => (one.caseRevision.key < other.caseRevision.key ? -1 : 1))
    .map(({ verdict }) => verdict);
}
const ruleOf = async (runId: string) =>
  (await db().run.findUniqueOrThrow({ where: { id: runId } })).verdictRule;

test.each<[VerdictRule, string[]]>([
  [{ kind: "all" }, ["passed", "failed", "failed"]],
  [{ kind: "any" }, ["passed", "passed", "failed"]],
  [{ kind: "weighted", threshold: 0.25 }, ["passed", "passed", "failed"]],
  [{ kind: "weighted", threshold: 0.3 }, ["passed", "failed", "failed"]],
])("a run decides by the rule that it pins: %j", async (rule, verdicts) => {
  const runId = await start(rule);
  expect(await ruleOf(runId)).toEqual(rule);
  expect(await verdictsOf(runId)).toEqual(verdicts);
});

test("a dataset's rule is that of its new runs, and a run keeps its own in a re-run", async () => {
  const { datasetId } = dataset;
  expect(await getVerdictRule(ctx, { datasetId })).toEqual({ kind: "all" });
  const first = await start();
  await setDatasetGraders(ctx, { datasetId, graderIds, verdictRule: { kind: "any" } });
  await setDatasetGraders(ctx, { datasetId, graderIds });
  expect(await getVerdictRule(ctx, { datasetId })).toEqual({ kind: "any" });
  expect(await ruleOf(first)).toEqual({ kind: "all" });
  expect(await ruleOf(await start())).toEqual({ kind: "any" });
  const again = await rerun(ctx, { runId: first, requestKey: newId() });
  expect(await ruleOf(again.runIds[0] ?? "")).toEqual({ kind: "all" });
  const audit = await db().auditEvent.findMany({ where: { action: "dataset.set-verdict-rule" } });
  expect(audit.map(({ detail }) => detail)).toEqual([
    { verdictRule: { kind: "any" }, former: { kind: "all" } },
  ]);
});

test("grading again may decide by another rule, without another call", async () => {
  const runId = await start();
  expect(await verdictsOf(runId)).toEqual(["passed", "failed", "failed"]);
  const calls = server.requests();
  await gradeAgain(ctx, { runId, verdictRule: { kind: "any" } });
  expect(await verdictsOf(runId)).toEqual(["passed", "passed", "failed"]);
  await gradeAgain(ctx, { runId });
  expect(await ruleOf(runId)).toEqual({ kind: "any" });
  expect(server.requests()).toBe(calls);
});

test("refuses a rule that is none, another workspace, and missing permission", async () => {
  const { datasetId } = dataset;
  const { otherCtx, ctxWithRole } = workspace;
  const verdictRule = { kind: "any" } as const;
  await expect(start({ kind: "weighted", threshold: 2 })).rejects.toMatchObject({ code: "invalid" });
  await expect(getVerdictRule(otherCtx, { datasetId })).rejects.toMatchObject({ code: "not-found" });
  await expect(setDatasetGraders(otherCtx, { datasetId, graderIds: [], verdictRule })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(
    setDatasetGraders(ctxWithRole("reviewer"), { datasetId, graderIds, verdictRule }),
  ).rejects.toMatchObject({ code: "forbidden" });
  expect(await getVerdictRule(ctx, { datasetId })).toEqual({ kind: "all" });
});
