import { beforeAll, describe, expect, test } from "vitest";
import { type RecordedAttempt, recordedRun } from "#lib/comparisons/testing/recorded-run.ts";
import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { createModel } from "#lib/models/create-model.ts";
import { wilsonInterval } from "#lib/stats/intervals/wilson.ts";
import { echoCases, publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { getFirstSteps } from "./get-first-steps.ts";
import { listBestModels } from "./list-best-models.ts";
import { listRecentRuns } from "./list-recent-runs.ts";
import { listTrendRuns } from "./list-trend-runs.ts";
import { regressionsOf } from "./regressions-of.ts";

const caseCount = 40;
let workspace: TestWorkspace;
let datasetId: string;
let runs: { id: string; number: number }[];

/** The first model goes from 38 to 24 of 40 passed, with one error; the second stays at 36 and then fails another two. */
beforeAll(async () => {
  workspace = await createTestWorkspace();
  const { ctx } = workspace;
  const dataset = await publishedDataset(ctx, echoCases(caseCount));
  datasetId = dataset.datasetId;
  const grader = await createGrader(ctx, { name: "Exact", kind: "exact-match" });
  const config = { provider: "built_in" as const, builtInKind: "lead-n" };
  const versions: string[] = [];
  for (const name of ["One", "Two"]) {
    const model = await createModel(ctx, { name, config });
    versions.push(model.versionId);
  }
  const passing = (passes: number, errors = 0): Record<string, RecordedAttempt> =>
    Object.fromEntries(
      echoCases(caseCount).map(({ key }, index) => [
        key,
        {
          verdict: index < passes ? "passed" : index < caseCount - errors ? "failed" : "errored",
          latencyMs: 100 + index,
        },
      ]),
    );
  const plan = [
    { model: 0, attempts: passing(38) },
    { model: 1, attempts: passing(36) },
    { model: 0, attempts: passing(24, 1) },
    { model: 1, attempts: passing(34) },
  ];
  runs = [];
  for (const [index, { model, attempts }] of plan.entries()) {
    runs.push(
      await recordedRun(ctx, {
        datasetVersionId: dataset.versionId,
        modelVersionId: versions[model] ?? "",
        graderVersionIds: [grader.versionId],
        attempts,
        finishedAt: new Date(Date.UTC(2026, 0, index + 1)),
      }),
    );
  }
  await recordedRun(ctx, {
    datasetVersionId: dataset.versionId,
    modelVersionId: versions[0] ?? "",
    graderVersionIds: [grader.versionId],
    attempts: passing(1),
    state: "running",
  });
});

describe("listTrendRuns", () => {
  test("has the finished runs, oldest first, and equals a recount of their attempts", async () => {
    const { runs: points, hasOlder } = await listTrendRuns(workspace.ctx, { datasetId });
    expect(points.map((point) => point.runId)).toEqual(runs.map((run) => run.id));
    expect(hasOlder).toBe(false);
    for (const point of points) {
      const attempts = await db().attempt.findMany({ where: { runId: point.runId } });
      const count = (verdict: string) => attempts.filter((attempt) => attempt.verdict === verdict).length;
      const scored = count("passed") + count("failed");
      expect(point).toMatchObject({ scored, errored: count("errored"), planned: caseCount });
      expect(point.passRate).toEqual(wilsonInterval({ successes: count("passed"), total: scored }));
      expect(point.costMicroUsd).toBe(
        attempts.reduce((sum, attempt) => sum + (attempt.costMicroUsd ?? 0), 0),
      );
    }
  });

  test("keeps the newest within the limit", async () => {
    const two = await listTrendRuns(workspace.ctx, { datasetId, limit: 2 });
    expect(two.runs.map((point) => point.runId)).toEqual(runs.slice(2).map((run) => run.id));
    expect(two.hasOlder).toBe(true);
  });

  test("refuses another workspace", async () => {
    await expect(listTrendRuns(workspace.otherCtx, { datasetId })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("listRecentRuns", () => {
  test("compares each run with the one before it of the same dataset and model", async () => {
    const recent = await listRecentRuns(workspace.ctx);
    expect(recent.map((run) => [run.number, run.change?.previousNumber ?? null])).toEqual([
      [runs[3]?.number, runs[1]?.number],
      [runs[2]?.number, runs[0]?.number],
      [runs[1]?.number, null],
      [runs[0]?.number, null],
    ]);
    // The errored case had failed before: it counts neither way.
    expect(recent[1]?.change).toMatchObject({
      withheld: false,
      difference: { fixed: 0, regressed: 14, n: 39, direction: "worse" },
    });
  });

  test("only what is worse beyond noise is a regression", async () => {
    const { regressions, looked } = regressionsOf(await listRecentRuns(workspace.ctx));
    expect(looked).toBe(2);
    expect(regressions.map((one) => [one.run.number, one.previousNumber, one.difference.regressed])).toEqual([
      [runs[2]?.number, runs[0]?.number, 14],
    ]);
  });

  test("sees nothing of another workspace", async () => {
    expect(await listRecentRuns(workspace.otherCtx)).toEqual([]);
  });
});

test("the best model comes from the newest run of each, with its lead over the second", async () => {
  const [best, ...others] = await listBestModels(workspace.ctx);
  expect(others).toEqual([]);
  expect(best).toMatchObject({
    dataset: { id: datasetId, versionNumber: 1 },
    models: 2,
    best: { runId: runs[3]?.id, scored: 40, passRate: { estimate: 34 / 40 } },
    runnerUp: { runId: runs[2]?.id, scored: 39 },
    lead: { withheld: false, difference: { fixed: 10, regressed: 0, n: 39, direction: "better" } },
  });
  expect(await listBestModels(workspace.otherCtx)).toEqual([]);
});

test("first steps", async () => {
  expect(await getFirstSteps(workspace.ctx)).toEqual({
    version: true,
    model: true,
    grader: true,
    run: true,
    comparison: true,
  });
  expect(Object.values(await getFirstSteps(workspace.otherCtx))).toEqual([false, false, false, false, false]);
});
