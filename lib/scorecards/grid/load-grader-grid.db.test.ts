import { beforeAll, expect, test } from "vitest";
import { recordedRun } from "#lib/comparisons/testing/recorded-run.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { echoCases, publishedDataset } from "#lib/testing/factories/published-dataset.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { exportGraderGrid } from "./export-grader-grid.ts";
import { loadGraderGrid } from "./load-grader-grid.ts";

let workspace: TestWorkspace;
let runId: string;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  const { ctx } = workspace;
  const cases = echoCases(20).map((one, index) => ({ ...one, tags: [index < 5 ? "=hard" : "easy"] }));
  const { versionId } = await publishedDataset(ctx, cases);
  const model = await serverModel(ctx, { baseUrl: "http://127.0.0.1:9/v1" });
  const grader = await createGrader(ctx, { name: "Exact", kind: "exact-match" });
  const attempts = cases.map(({ key }, index) => [key, index < 5 ? "failed" : "passed"] as const);
  const run = await recordedRun(ctx, {
    datasetVersionId: versionId,
    modelVersionId: model.versionId,
    graderVersionIds: [grader.versionId],
    attempts: Object.fromEntries(attempts),
  });
  runId = run.id;
});

test("columns are the verdict and the graders, rows the slices of the run", async () => {
  const { grid } = await loadGraderGrid(workspace.ctx, { runId });
  expect(grid.columns.map(({ name }) => name)).toEqual(["Verdict", "Exact"]);
  const easy = grid.rows.find(({ slice }) => slice?.value === "easy");
  expect(easy).toMatchObject({
    cases: 15,
    cells: [
      { passes: 15, attempts: 15 },
      { passes: 15, attempts: 15 },
    ],
  });
  expect(easy?.cells[0]?.against?.proven).toBe("above");
});

test("the export has one line a cell, with nothing that a spreadsheet would run", async () => {
  const view = { by: "tag", marked: false, sort: "cases", direction: "desc" } as const;
  const { content } = await exportGraderGrid(workspace.ctx, { runId, view });
  const lines = content.trim().split("\r\n");
  expect(lines).toHaveLength(1 + 3 * 2);
  expect(lines[0]).toContain("dimension,value,cases,grader");
  expect(content).toContain("tag,'=hard,5,Verdict,,0,5,0,");
});

test("refuses another workspace", async () => {
  await expect(loadGraderGrid(workspace.otherCtx, { runId })).rejects.toMatchObject({ code: "not-found" });
});
