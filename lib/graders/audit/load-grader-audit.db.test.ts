import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { labelAttempt } from "#lib/review/labels/label-attempt.ts";
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

/** A second grader on a run of its own, whose scores follow from the place of the answer. */
async function runWithPair(scoreOf: (index: number) => number) {
  const { ctx } = workspace;
  const verdicts = cases.map((one, index) => ({
    ...one,
    verdict: index < 8 ? ("passed" as const) : one.verdict,
  }));
  const pair = await gradedRun(ctx, verdicts);
  const second = await createGrader(ctx, { name: `Second ${pair.runId}`, kind: "token-f1" });
  const scope = { workspaceId: ctx.workspaceId, runId: pair.runId, graderVersionId: second.versionId };
  await db().runGrader.create({ data: { ...scope, position: 1 } });
  const attempts = await db().attempt.findMany({
    where: { runId: pair.runId },
    orderBy: { case: { key: "asc" } },
  });
  await db().grade.createMany({
    data: attempts.map(({ caseId }, index) => {
      const score = scoreOf(index);
      return {
        ...scope,
        caseId,
        repetition: 1,
        status: "scored",
        score,
        passed: score >= 0.5,
        reason: "So.",
      };
    }),
  });
  const { notes } = await loadDatasetAudit(ctx, { datasetId: pair.datasetId });
  return notes.map(({ rule, title }) => [rule, title.replace(pair.runId, "")]);
}

describe("two graders", () => {
  test("that always agree are told once; that only correlate are not", async () => {
    expect(await runWithPair((index) => (index < 8 ? 0.9 : 0.1))).toEqual([
      ["redundant", "It always agrees with Second "],
    ]);
    expect(await runWithPair((index) => (index < 9 ? 0.9 : 0.1))).toEqual([]);
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

  test("what people say weighs more than how many answers there are", async () => {
    const { ctx } = workspace;
    for (const [index, { key }] of cases.slice(0, 20).entries()) {
      const verdict = index < 4 ? ("passed" as const) : ("failed" as const);
      await labelAttempt(ctx, { runId: run.runId, key, verdict });
    }
    await labelAttempt(workspace.ctxWithRole("reviewer"), {
      ...{ runId: run.runId, key: cases[3]?.key ?? "", verdict: "failed" },
    });
    const { notes, agreements } = await loadDatasetAudit(ctx, { datasetId: run.datasetId });
    // People say that most of what the strict one fails is wrong indeed.
    expect(notes.map(({ rule }) => rule)).not.toContain("too-strict");
    expect(agreements).toMatchObject([
      { graderId: strictId, labels: 19, undecided: 1, tooStrict: 3, tooLenient: 0, labelsNeeded: 1 },
      { graderId: loose.id, labels: 19, undecided: 1, tooStrict: 0, tooLenient: 16, labelsNeeded: 1 },
    ]);

    for (const { key } of cases.slice(4, 12)) {
      await labelAttempt(ctx, { runId: run.runId, key, verdict: "passed" });
    }
    await labelAttempt(ctx, { runId: run.runId, key: cases[20]?.key ?? "", verdict: "failed" });
    const later = await loadDatasetAudit(ctx, { datasetId: run.datasetId });
    const strict = later.notes.filter(({ graderId }) => graderId === strictId);
    expect(strict.map(({ rule, title }) => [rule, title])).toContainEqual([
      "too-strict",
      "It fails answers that are right",
    ]);
    expect(strict.find(({ rule }) => rule === "too-strict")?.text).toContain(
      "People have judged 19 of them, and 11 of those are right.",
    );
    expect(strict.find(({ rule }) => rule === "label-disagreement")?.text).toContain(
      "It agrees with 45 % of 20 labels",
    );
    await db().label.deleteMany({ where: { runId: run.runId } });
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
    expect(none).toEqual({ notes: [], agreements: [], runNumbers: [] });
  });
});
