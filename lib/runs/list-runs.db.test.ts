import { beforeAll, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { echoCases } from "#lib/testing/factories/published-dataset.ts";
import { startedRun } from "#lib/testing/factories/started-run.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { exportRuns } from "./export-runs.ts";
import { getRun } from "./get-run.ts";
import { type ListRunsInput, listRuns } from "./list-runs.ts";
import { gradedRun } from "./testing/graded-run.ts";

type Started = Awaited<ReturnType<typeof startedRun>>;

let workspace: TestWorkspace;
let half: Started;
let full: Started;
let queued: Started;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  half = await gradedRun(workspace.ctx, [
    { key: "a", input: "A", expected: "A", verdict: "passed" },
    { key: "b", input: "B", expected: "B", verdict: "failed", costMicroUsd: null },
    { key: "c", input: "C", expected: "C", verdict: "errored" },
  ]);
  full = await gradedRun(workspace.ctx, [{ key: "a", input: "A", expected: "A", verdict: "passed" }]);
  queued = await startedRun(workspace.ctx, { cases: echoCases(3), baseUrl: "http://127.0.0.1:9/v1" });
});

async function idsOf(input: ListRunsInput): Promise<string[]> {
  return (await listRuns(workspace.ctx, input)).items.map((run) => run.id);
}

test("the newest first, with their figures", async () => {
  const { items } = await listRuns(workspace.ctx);
  expect(items.map((run) => run.number)).toEqual([3, 2, 1]);
  expect(items[2]).toMatchObject({
    state: "finished",
    planned: 3,
    passed: 1,
    failed: 1,
    errored: 1,
    passRate: { estimate: 0.5, n: 2 },
    costMicroUsd: null,
    createdBy: "Ada",
  });
  expect(items[0]).toMatchObject({ state: "queued", planned: 3, passRate: null, costMicroUsd: 0 });
});

test("filters by dataset, model, experiment, state and text", async () => {
  expect(await idsOf({ datasetId: half.datasetId })).toEqual([half.runId]);
  expect(await idsOf({ modelId: full.modelId })).toEqual([full.runId]);
  const { experiment } = await getRun(workspace.ctx, { runId: full.runId });
  expect(await idsOf({ experimentId: experiment.id })).toEqual([full.runId]);
  expect(await idsOf({ states: ["running"] })).toEqual([queued.runId]);
  expect(await idsOf({ states: ["finished", "failed"] })).toEqual([full.runId, half.runId]);
  expect(await idsOf({ search: "run 2" })).toEqual([full.runId]);
  expect(await idsOf({ search: "%" })).toEqual([]);
});

test.each([
  ["ascending", [1, 2, 3]],
  ["descending", [2, 1, 3]],
] as const)(
  "sorted by pass rate %s, those without one come last, page by page",
  async (direction, numbers) => {
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page = await listRuns(workspace.ctx, { sort: "passRate", direction, cursor, limit: 1 });
      seen.push(...page.items.map((run) => run.number));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(numbers);
    await expect(listRuns(workspace.ctx, { cursor: "x" })).rejects.toThrow(AppError);
  },
);

test("a run tells everything that it pins", async () => {
  const run = await getRun(workspace.ctx, { runId: half.runId });
  expect(run).toMatchObject({
    number: 1,
    datasetVersion: { number: 1, id: half.datasetVersionId },
    model: { id: half.versionId, providerModel: "fake-small" },
    graders: [{ versionId: half.graderVersionId, kind: "exact-match" }],
    experiment: { runs: [{ number: 1 }] },
  });
});

test("refuses another workspace", async () => {
  const { otherCtx } = workspace;
  expect((await listRuns(otherCtx)).items).toEqual([]);
  await expect(getRun(otherCtx, { runId: half.runId })).rejects.toMatchObject({ code: "not-found" });
});

test("the export has the runs that the filter leaves, in the order of the list", async () => {
  const exported = async (ctx: Context, filter: Parameters<typeof exportRuns>[1]) =>
    (await Array.fromAsync(exportRuns(ctx, filter))).join("").trim().split("\r\n");
  const [head, ...lines] = await exported(workspace.ctx, { sort: "number", direction: "ascending" });
  expect(head).toMatch(/^run,state,model,/);
  expect(lines.map((line) => line.split(",").slice(0, 2))).toEqual([
    ["1", "finished"],
    ["2", "finished"],
    ["3", "queued"],
  ]);
  expect(lines[0]).toContain(",3,1,1,1,0,0.5,");
  expect(await exported(workspace.ctx, { states: ["running"] })).toHaveLength(2);
  expect(await exported(workspace.otherCtx, {})).toHaveLength(1);
});
