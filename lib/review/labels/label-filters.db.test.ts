import { beforeAll, expect, test } from "vitest";
import { exportAttempts } from "#lib/runs/export-attempts.ts";
import { listAttempts } from "#lib/runs/list-attempts.ts";
import { gradedRun } from "#lib/runs/testing/graded-run.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { clearLabel } from "./clear-label.ts";
import { labelAttempt } from "./label-attempt.ts";

let workspace: TestWorkspace;
let runId: string;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  const run = await gradedRun(workspace.ctx, [
    { key: "right", input: {}, expected: "x", verdict: "passed" },
    { key: "wrongly-failed", input: {}, expected: "x", verdict: "failed" },
    { key: "not-judged", input: {}, expected: "x", verdict: "failed" },
    { key: "taken-back", input: {}, expected: "x", verdict: "failed" },
    { key: "no-verdict", input: {}, expected: "x", verdict: "unscored" },
    { key: "no-answer", input: {}, expected: "x", verdict: "errored" },
  ]);
  runId = run.runId;
  const { ctx } = workspace;
  for (const key of ["right", "wrongly-failed", "taken-back", "no-verdict"]) {
    await labelAttempt(ctx, { runId, key, verdict: "passed" });
  }
  await labelAttempt(workspace.ctxWithRole("reviewer"), { runId, key: "wrongly-failed", verdict: "failed" });
  const { mine } = await labelAttempt(ctx, { runId, key: "taken-back", verdict: "passed" });
  await clearLabel(ctx, { runId, key: "taken-back", labelId: mine?.id ?? "" });
});

test.each([
  ["labelled", ["right", "wrongly-failed", "no-verdict"]],
  ["unlabelled", ["not-judged", "taken-back"]],
  ["disagrees", ["wrongly-failed"]],
] as const)("the filter %s shows %j", async (labels, keys) => {
  const { items, total } = await listAttempts(workspace.ctx, { runId, view: "all", labels });
  expect(items.map(({ key }) => key)).toEqual(keys);
  expect(total).toBe(keys.length);
});

test("an export holds what people say, and not who", async () => {
  const { chunks } = await exportAttempts(workspace.ctx, {
    ...{ runId, format: "jsonl", view: "all", labels: "disagrees" },
  });
  const [line = "", ...rest] = (await Array.fromAsync(chunks)).join("").trim().split("\n");
  expect(rest).toEqual([]);
  expect(JSON.parse(line)).toMatchObject({
    key: "wrongly-failed",
    labels: [
      { verdict: "passed", failureMode: null, note: "" },
      { verdict: "failed", failureMode: null, note: "" },
    ],
  });
  expect(line).not.toContain("Ada");
});

test("a list says how many people say what", async () => {
  const { items } = await listAttempts(workspace.ctx, { runId, view: "all" });
  expect(items.map(({ labels }) => [labels.passed, labels.failed])).toEqual([
    [1, 0],
    [1, 1],
    [0, 0],
    [0, 0],
    [1, 0],
    [0, 0],
  ]);
});
