import { beforeAll, expect, test } from "vitest";
import { gradedRun } from "#lib/runs/testing/graded-run.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { labelAttempt } from "../labels/label-attempt.ts";
import { listLabelledRuns } from "./list-labelled-runs.ts";
import { scoreLabelledAnswers } from "./score-labelled-answers.ts";

let workspace: TestWorkspace;
let runId: string;
const grader = { kind: "edit-similarity", config: { normalisations: [] } };

beforeAll(async () => {
  workspace = await createTestWorkspace();
  const run = await gradedRun(workspace.ctx, [
    { key: "near", input: {}, expected: "abcd", verdict: "failed", output: "abce" },
    { key: "far", input: {}, expected: "abcd", verdict: "failed", output: "wxyz" },
    { key: "disputed", input: {}, expected: "abcd", verdict: "failed", output: "abcd" },
    { key: "long", input: {}, expected: "abcd", verdict: "failed", output: "a".repeat(20_001) },
  ]);
  runId = run.runId;
});

test("one kind of label is not enough, and the message says which is missing", async () => {
  await expect(scoreLabelledAnswers(workspace.ctx, { grader, runId })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("Nobody has judged"),
  });
  await labelAttempt(workspace.ctx, { runId, key: "near", verdict: "passed" });
  await expect(scoreLabelledAnswers(workspace.ctx, { grader, runId })).rejects.toMatchObject({
    message: expect.stringContaining("No answer of this run is labelled failed."),
  });
});

test("scores what people decided, and leaves out what they did not", async () => {
  const { ctx } = workspace;
  await labelAttempt(ctx, { runId, key: "far", verdict: "failed" });
  await labelAttempt(ctx, { runId, key: "long", verdict: "failed" });
  await labelAttempt(ctx, { runId, key: "disputed", verdict: "failed" });
  await labelAttempt(workspace.ctxWithRole("reviewer"), { runId, key: "disputed", verdict: "passed" });
  const scored = await scoreLabelledAnswers(ctx, { grader, runId });
  expect(scored.map(({ score, same }) => [score, same])).toEqual([
    [0.75, true],
    [0, false],
  ]);
  expect(await listLabelledRuns(ctx)).toMatchObject([{ id: runId, labels: 4 }]);
});

test("refuses another workspace, and without permission", async () => {
  await expect(scoreLabelledAnswers(workspace.otherCtx, { grader, runId })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(
    scoreLabelledAnswers(workspace.ctxWithRole("reviewer"), { grader, runId }),
  ).rejects.toMatchObject({ code: "forbidden" });
  expect(await listLabelledRuns(workspace.otherCtx)).toEqual([]);
});
