import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { gradedRun } from "#lib/runs/testing/graded-run.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { clearLabel } from "./clear-label.ts";
import { labelAttempt } from "./label-attempt.ts";
import { listAttemptLabels } from "./list-attempt-labels.ts";
import { listFailureModes } from "./list-failure-modes.ts";

let workspace: TestWorkspace;
let runId: string;
let reviewer: Context;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  reviewer = workspace.ctxWithRole("reviewer");
  const run = await gradedRun(workspace.ctx, [
    { key: "a", input: {}, expected: "x", verdict: "passed" },
    { key: "b", input: {}, expected: "x", verdict: "failed" },
    { key: "c", input: {}, expected: "x", verdict: "failed" },
    { key: "d", input: {}, expected: "x", verdict: "failed" },
    { key: "gone", input: {}, expected: "x", verdict: "errored" },
  ]);
  runId = run.runId;
});

const verdictOf = async (ctx: Context, key: string) =>
  (await listAttemptLabels(ctx, { runId, key })).mine?.verdict ?? null;
const eventsOf = async (labelId: string) =>
  (
    await db().auditEvent.findMany({
      where: { workspaceId: workspace.ctx.workspaceId, subjectId: labelId },
      select: { action: true },
    })
  ).map(({ action }) => action);

describe("a label", () => {
  test("is of one person, is revised with its history kept, and undone step by step", async () => {
    const first = await labelAttempt(reviewer, { runId, key: "a", verdict: "passed" });
    const second = await labelAttempt(reviewer, {
      ...{ runId, key: "a", verdict: "failed", note: "  Wrong team. " },
      failureMode: " wrong   team ",
    });
    expect(second.mine).toMatchObject({ verdict: "failed", note: "Wrong team.", failureMode: "wrong team" });
    expect(await db().label.count({ where: { runId, author: authorOf(reviewer) } })).toBe(2);

    const undone = await clearLabel(reviewer, { runId, key: "a", labelId: second.mine?.id ?? "" });
    expect(undone.mine?.id).toBe(first.mine?.id);
    await expect(
      clearLabel(reviewer, { runId, key: "a", labelId: second.mine?.id ?? "" }),
    ).rejects.toMatchObject({ code: "conflict" });
    await clearLabel(reviewer, { runId, key: "a", labelId: first.mine?.id ?? "" });
    expect(await verdictOf(reviewer, "a")).toBeNull();
    expect(await eventsOf(first.mine?.id ?? "")).toEqual(["label.add", "label.withdraw"]);
    expect(await eventsOf(second.mine?.id ?? "")).toEqual(["label.revise", "label.withdraw"]);
  });

  test("of several people stand beside each other", async () => {
    await labelAttempt(reviewer, { runId, key: "b", verdict: "passed" });
    await labelAttempt(workspace.ctx, { runId, key: "b", verdict: "failed", note: "No." });
    const seen = await listAttemptLabels(reviewer, { runId, key: "b" });
    expect(seen.mine?.verdict).toBe("passed");
    expect(seen.others).toMatchObject([{ verdict: "failed", note: "No.", authorName: "Ada" }]);
  });

  test("of one person is one, also when two windows send it at the same moment", async () => {
    const both = (["passed", "failed"] as const).map((verdict) =>
      labelAttempt(reviewer, { runId, key: "c", verdict }),
    );
    await Promise.all(both);
    expect(await db().label.count({ where: { runId, attempt: { case: { key: "c" } }, inForce: true } })).toBe(
      1,
    );
  });

  test("that says the same again changes nothing", async () => {
    const once = await labelAttempt(reviewer, { runId, key: "d", verdict: "passed" });
    const again = await labelAttempt(reviewer, { runId, key: "d", verdict: "passed" });
    expect(again.mine?.id).toBe(once.mine?.id);
  });

  test.each([
    ["an answer that never came", { key: "gone", verdict: "failed" as const }, "conflict"],
    ["a case that is not there", { key: "nobody", verdict: "failed" as const }, "not-found"],
    [
      "a failure mode of a right answer",
      { key: "a", verdict: "passed" as const, failureMode: "odd" },
      "invalid",
    ],
    ["a note that cannot be stored", { key: "a", verdict: "passed" as const, note: "a\0b" }, "invalid"],
  ])("is refused for %s", async (_name, label, code) => {
    await expect(labelAttempt(reviewer, { runId, ...label })).rejects.toMatchObject({ code });
  });
});

describe("who may", () => {
  test("labelAttempt refuses another workspace, and without permission", async () => {
    const label = { runId, key: "a", verdict: "passed" as const };
    await expect(labelAttempt(workspace.otherCtx, label)).rejects.toMatchObject({ code: "not-found" });
    await expect(labelAttempt(workspace.ctxWithRole("viewer"), label)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("clearLabel refuses another workspace, without permission, and the label of somebody else", async () => {
    const { mine } = await labelAttempt(reviewer, { runId, key: "a", verdict: "passed" });
    const label = { runId, key: "a", labelId: mine?.id ?? newId() };
    await expect(clearLabel(workspace.otherCtx, label)).rejects.toMatchObject({ code: "not-found" });
    await expect(clearLabel(workspace.ctxWithRole("viewer"), label)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(clearLabel(workspace.ctx, label)).rejects.toMatchObject({ code: "conflict" });
    expect(await verdictOf(reviewer, "a")).toBe("passed");
  });

  test("labels and failure modes are of one workspace", async () => {
    await labelAttempt(reviewer, { runId, key: "c", verdict: "failed", failureMode: "wrong team" });
    expect(await listFailureModes(reviewer, { runId })).toEqual([{ name: "wrong team", count: 1 }]);
    expect(await listFailureModes(workspace.otherCtx, { runId })).toEqual([]);
    await expect(listAttemptLabels(workspace.otherCtx, { runId, key: "a" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

function authorOf({ actor }: Context): string {
  return actor.type === "member" ? actor.userId : actor.name;
}
