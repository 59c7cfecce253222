import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { updateGrader } from "#lib/graders/update-grader.ts";
import { newId } from "#lib/ids/new-id.ts";
import { finishRun } from "#lib/scorecards/finish-run.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { executeShard } from "../../../execution/execute-shard.ts";
import { gradedRun } from "../../../testing/graded-run.ts";
import { gradeAgain } from "../grade-again.ts";
import { describePreview } from "./describe-preview.ts";
import { type Flip, type GradeVerdict, gradeVerdict } from "./flip.ts";
import type { GraderChange } from "./grader-change.ts";
import { listPreviewRuns } from "./list-preview-runs.ts";
import { type FlipBatch, previewFlips } from "./preview-flips.ts";
import { previewSample } from "./preview-sample.ts";
import type { AnswerPlace } from "./read-graded-answers.ts";

let workspace: TestWorkspace;
let ctx: Context;
const never = new AbortController().signal;
const newest = { type: "newest" } as const;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
});

/** A finished run whose stored grades are those of its grader, an exact match that trims. */
async function runOf(outputs: readonly string[]) {
  const cases = outputs.map((output, index) => ({
    ...{ key: `c-${String(index + 1).padStart(4, "0")}`, input: {}, expected: "The End." },
    ...{ output, verdict: "passed" as const },
  }));
  const run = await gradedRun(ctx, cases);
  await gradeAgain(ctx, { runId: run.runId });
  await work(run.runId);
  const { graderId } = await db().graderVersion.findUniqueOrThrow({ where: { id: run.graderVersionId } });
  return { ...run, graderId };
}

async function work(runId: string): Promise<void> {
  expect(await executeShard(ctx, { runId, index: 0 }, newId(), never)).toBe("done");
  await finishRun(ctx, runId);
}

const contentOf = (normalisations: string[], weight = 1) => ({
  kind: "exact-match",
  config: { normalisations },
  ...{ direction: "higher" as const, threshold: 1, weight, critical: false },
});

async function previewAll(runId: string, change: GraderChange): Promise<FlipBatch[]> {
  const batches: FlipBatch[] = [];
  let after: AnswerPlace | null = null;
  do {
    const batch: FlipBatch = await previewFlips(ctx, { runId, change, after });
    batches.push(batch);
    after = batch.next;
  } while (after !== null);
  return batches;
}

async function gradesOf(runId: string): Promise<Map<string, GradeVerdict>> {
  const grades = await db().grade.findMany({ where: { runId } });
  return new Map(grades.map((grade) => [grade.caseId, gradeVerdict(grade)]));
}
async function verdictsOf(runId: string) {
  const attempts = await db().attempt.findMany({ where: { runId }, orderBy: { caseId: "asc" } });
  return attempts.map(({ verdict }) => verdict);
}

describe("a preview of grading again", () => {
  test("is what applying it then stores, and stores nothing itself", async () => {
    const outputs = fc.array(fc.constantFrom("The End.", "the end.", "End", "The  End.", "no", "end."), {
      minLength: 3,
      maxLength: 12,
    });
    const normalisations = fc.uniqueArray(
      fc.constantFrom("trim", "case", "whitespace", "punctuation", "articles"),
      { minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(outputs, normalisations, fc.constantFrom(0, 2), async (texts, names, weight) => {
        const { runId, graderId } = await runOf(texts);
        await updateGrader(ctx, { graderId, basedOn: 1, content: contentOf(names, weight) });
        const [grades, verdicts] = [await gradesOf(runId), await verdictsOf(runId)];
        const batches = await previewAll(runId, newest);
        expect([await gradesOf(runId), await verdictsOf(runId)]).toEqual([grades, verdicts]);

        const predicted = new Map(grades);
        for (const flip of batches.flatMap(({ flips }) => flips)) {
          expect(predicted.get(flip.caseId)).toBe(flip.before);
          predicted.set(flip.caseId, flip.after);
        }
        await gradeAgain(ctx, { runId, graders: "newest" });
        await work(runId);
        expect(await gradesOf(runId)).toEqual(predicted);
        const after = await verdictsOf(runId);
        const same = after.filter((verdict, index) => verdict === verdicts[index]).length;
        expect(batches.reduce((sum, { attempts }) => sum + attempts.same, 0)).toBe(same);
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  test("counts each way, and names the cases with the new reason", async () => {
    const { runId, graderId } = await runOf(["The End.", "the end.", "no"]);
    const change = { type: "draft", graderId, content: contentOf(["trim", "case"]) } as const;
    const [batch] = await previewAll(runId, change);
    expect(batch).toMatchObject({
      looked: 3,
      graders: [{ graderId, counts: { same: 2, failedToPassed: 1, passedToFailed: 0 } }],
      attempts: { same: 2, failedToPassed: 1 },
      flips: [{ key: "c-0002", repetition: 1, before: "failed", after: "passed", kind: "failedToPassed" }],
    });
    const flip: Flip | undefined = batch?.flips[0];
    expect(flip?.reason).toContain("as expected");
    const sample = await previewSample(ctx, { runId, change });
    expect(sample).toMatchObject({ looked: 3, costMicroUsd: 0, attempts: { failedToPassed: 1 } });
    expect(await describePreview(ctx, { runId, change })).toMatchObject({
      graders: [{ graderId, number: 1, newNumber: null, execution: "inline", callsPerAnswer: 0 }],
      ...{ answers: 3, lookedAt: 3, sampleSize: 3 },
    });
    expect(await listPreviewRuns(ctx, { graderId })).toMatchObject([{ id: runId }]);
  });

  test("another rule for the verdicts is previewed as well, with the same graders", async () => {
    const { runId } = await runOf(["The End.", "no"]);
    const { versionId } = await createGrader(ctx, { name: `Present ${newId()}`, kind: "not-empty" });
    await db().runGrader.create({
      data: { workspaceId: ctx.workspaceId, runId, graderVersionId: versionId, position: 1 },
    });
    await gradeAgain(ctx, { runId });
    await work(runId);
    const change = { type: "rule", verdictRule: { kind: "any" } } as const;
    const [batch] = await previewAll(runId, change);
    expect(batch).toMatchObject({ graders: [], flips: [], attempts: { same: 1, failedToPassed: 1 } });
    expect(await describePreview(ctx, { runId, change })).toMatchObject({ graders: [], scans: true });
    await gradeAgain(ctx, { runId, verdictRule: change.verdictRule });
    await work(runId);
    expect(await verdictsOf(runId)).toEqual(["passed", "passed"]);
  });

  test("goes on behind the answer where the batch before ended", async () => {
    const { runId, graderId } = await runOf(["the end.", "the end.", "no"]);
    const change = { type: "draft", graderId, content: contentOf(["trim", "case"]) } as const;
    const [first] = await db().attempt.findMany({ where: { runId }, orderBy: { caseId: "asc" }, take: 1 });
    const after = { caseId: first?.caseId ?? "", repetition: 1 };
    expect(await previewFlips(ctx, { runId, change, after })).toMatchObject({ looked: 2 });
  });
});

describe("refusals", () => {
  test("another workspace, a viewer, a run that is not finished, a change that changes nothing, a broken draft", async () => {
    const { runId, graderId } = await runOf(["no"]);
    const change = { type: "draft", graderId, content: contentOf(["case"]) } as const;
    const asked = { runId, change, after: null };
    const { otherCtx, ctxWithRole } = workspace;
    await expect(previewFlips(otherCtx, asked)).rejects.toMatchObject({ code: "not-found" });
    await expect(previewSample(otherCtx, asked)).rejects.toMatchObject({ code: "not-found" });
    await expect(describePreview(otherCtx, asked)).rejects.toMatchObject({ code: "not-found" });
    expect(await listPreviewRuns(otherCtx, { graderId })).toEqual([]);
    for (const role of ["viewer", "reviewer"] as const) {
      await expect(previewFlips(ctxWithRole(role), asked)).rejects.toMatchObject({ code: "forbidden" });
      await expect(previewSample(ctxWithRole(role), asked)).rejects.toMatchObject({ code: "forbidden" });
      await expect(describePreview(ctxWithRole(role), asked)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(previewFlips(ctx, { runId, change: newest, after: null })).rejects.toThrow(
      "at their newest versions already",
    );
    const other = await createGrader(ctx, { name: `Other ${newId()}`, kind: "exact-match" });
    const foreign = { ...change, graderId: other.id };
    await expect(previewFlips(ctx, { runId, change: foreign, after: null })).rejects.toThrow(
      "does not judge run",
    );
    const broken = { ...change, content: { ...contentOf(["case"]), config: { normalisations: ["no"] } } };
    await expect(previewFlips(ctx, { runId, change: broken, after: null })).rejects.toMatchObject({
      code: "invalid",
    });
    await db().run.update({ where: { id: runId }, data: { state: "running" } });
    await expect(previewFlips(ctx, asked)).rejects.toThrow("Only a finished or a paused run");
  });
});
