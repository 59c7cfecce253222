import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { gradedRun } from "#lib/runs/testing/graded-run.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { createGrader } from "../create-grader.ts";
import { loadDatasetAudit, loadGraderAudit } from "./load-grader-audit.ts";

let workspace: TestWorkspace;
let run: Awaited<ReturnType<typeof gradedRun>>;
let strictId: string;
let loose: { id: string; versionId: string };

const cases = Array.from({ length: 24 }, (_, index) => ({
  key: `c-${String(index + 1).padStart(4, "0")}`,
  input: {},
  expected: "x",
  verdict: "failed" as const,
}));

beforeAll(async () => {
  workspace = await createTestWorkspace();
  const { ctx } = workspace;
  run = await gradedRun(ctx, cases);
  const strict = await db().graderVersion.findUniqueOrThrow({ where: { id: run.graderVersionId } });
  strictId = strict.graderId;
  loose = await createGrader(ctx, { name: "Loose", kind: "token-f1" });
  await db().runGrader.create({
    data: { workspaceId: ctx.workspaceId, runId: run.runId, graderVersionId: loose.versionId, position: 1 },
  });
  const attempts = await db().attempt.findMany({ where: { runId: run.runId }, select: { caseId: true } });
  await db().grade.createMany({
    data: attempts.map(({ caseId }, index) => ({
      ...{ workspaceId: ctx.workspaceId, runId: run.runId, caseId, repetition: 1 },
      graderVersionId: loose.versionId,
      ...(index < 20
        ? { status: "scored" as const, score: 0.5, passed: true, reason: "Near enough." }
        : { status: "unscored" as const, reason: "It is empty." }),
    })),
  });
});

describe("the audit of a dataset", () => {
  test("counts the stored grades, names the cases, and tells each thing once", async () => {
    const { notes, runNumbers } = await loadDatasetAudit(workspace.ctx, { datasetId: run.datasetId });
    expect(runNumbers).toHaveLength(1);
    expect(notes.map(({ rule, graderId }) => [rule, graderId])).toEqual([
      ["too-strict", strictId],
      ["always-fails", strictId],
      ["constant-score", loose.id],
      ["unscored-often", loose.id],
    ]);
    expect(notes[0]?.text).toContain("20 of the 24 answers that it fails (83.3 %) pass Loose.");
    expect(notes[0]?.examples).toHaveLength(3);
    expect(notes[0]?.examples[0]).toMatchObject({ runId: run.runId, repetition: 1 });
    expect(cases.map(({ key }) => key)).toContain(notes[0]?.examples[0]?.key);
    expect(notes[3]?.text).toContain("Most often (4 times): It is empty.");
  });

  test("of one grader, its own remarks", async () => {
    const [audit, ...rest] = await loadGraderAudit(workspace.ctx, { graderId: loose.id });
    expect(rest).toEqual([]);
    expect(audit?.dataset.id).toBe(run.datasetId);
    expect(audit?.notes.map(({ rule }) => rule)).toEqual(["constant-score", "unscored-often"]);
  });

  test("refuses another workspace; a dataset without a finished run has no remarks", async () => {
    const { ctx, otherCtx } = workspace;
    await expect(loadDatasetAudit(otherCtx, { datasetId: run.datasetId })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(loadGraderAudit(otherCtx, { graderId: loose.id })).rejects.toMatchObject({
      code: "not-found",
    });
    await db().run.update({ where: { id: run.runId }, data: { state: "running" } });
    const none = await loadDatasetAudit(ctx, { datasetId: run.datasetId });
    expect(none).toEqual({ notes: [], runNumbers: [] });
  });
});
