import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { createGrader } from "#lib/graders/create-grader.ts";
import { setGraderArchived } from "#lib/graders/set-grader-archived.ts";
import { updateGrader } from "#lib/graders/update-grader.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { gradedRun } from "../../testing/graded-run.ts";
import { auditActions, dropJobs, waitingJobs } from "../../testing/run-rows.ts";
import { rerun } from "../rerun.ts";
import { addGraders } from "./add-graders.ts";
import { gradeAgain } from "./grade-again.ts";

let workspace: TestWorkspace;
let ctx: Context;
let run: Awaited<ReturnType<typeof gradedRun>>;
let graderId: string;

beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = workspace.ctx;
});
beforeEach(async () => {
  run = await gradedRun(ctx, [{ key: "c-0001", input: {}, expected: "x", verdict: "passed" }]);
  await dropJobs(run.runId);
  const version = await db().graderVersion.findUniqueOrThrow({ where: { id: run.graderVersionId } });
  graderId = version.graderId;
});

const newGrader = async () => await createGrader(ctx, { name: `Grader ${newId()}`, kind: "exact-match" });
async function newVersion() {
  const { kind, config, direction, threshold, critical } = await db().graderVersion.findUniqueOrThrow({
    where: { id: run.graderVersionId },
  });
  const content = { kind, config: Object(config), direction, threshold, weight: 2, critical };
  return await updateGrader(ctx, { graderId, basedOn: 1, content });
}
const pins = async (runId: string) =>
  (await db().runGrader.findMany({ where: { runId }, orderBy: { position: "asc" } })).map(
    (pin) => pin.graderVersionId,
  );
const roundsOf = async () =>
  await db().run.findUniqueOrThrow({
    where: { id: run.runId },
    select: { state: true, gradeRound: true, answerRound: true, finishedAt: true },
  });
const openedOnce = { state: "queued", gradeRound: 1, answerRound: 0, finishedAt: null };

describe("grading again", () => {
  test("opens every shard in a new round of grading, with the pinned versions", async () => {
    await newVersion();
    await gradeAgain(ctx, { runId: run.runId });
    expect(await roundsOf()).toEqual(openedOnce);
    expect(await pins(run.runId)).toEqual([run.graderVersionId]);
    expect(await waitingJobs(run.runId)).toHaveLength(1);
    await expect(gradeAgain(ctx, { runId: run.runId })).rejects.toThrow("Only a finished or a paused run");
    expect(await roundsOf()).toEqual(openedOnce);
  });

  test("pins the newest versions in the same step when asked to, and refuses when they are pinned already", async () => {
    await expect(gradeAgain(ctx, { runId: run.runId, graders: "newest" })).rejects.toThrow(
      "at their newest versions already",
    );
    expect(await roundsOf()).toMatchObject({ state: "finished", gradeRound: 0 });
    const { versionId } = await newVersion();
    await gradeAgain(ctx, { runId: run.runId, graders: "newest" });
    expect(await pins(run.runId)).toEqual([versionId]);
    expect(await roundsOf()).toEqual(openedOnce);
    const audit = await db().auditEvent.findFirstOrThrow({
      where: { subjectId: run.runId, action: "run.grade-again" },
    });
    expect(audit.detail).toMatchObject({ graders: [{ from: 1, to: 2 }] });
  });
});

describe("adding graders", () => {
  test("come after the present ones in their newest versions, once each", async () => {
    const [a, b] = [await newGrader(), await newGrader()];
    await addGraders(ctx, { runId: run.runId, graderIds: [a.id, b.id, a.id] });
    expect(await pins(run.runId)).toEqual([run.graderVersionId, a.versionId, b.versionId]);
    expect(await roundsOf()).toEqual(openedOnce);
    expect((await auditActions(run.runId)).at(-1)).toBe("run.add-graders");
  });

  test("refuses one that judges the run already, an archived one and one of another workspace; nothing is added", async () => {
    await newVersion();
    const add = async (id: string) => await addGraders(ctx, { runId: run.runId, graderIds: [id] });
    await expect(add(graderId)).rejects.toThrow(/judges run \d+ already, in version 1/);
    const archived = await newGrader();
    await setGraderArchived(ctx, { graderId: archived.id, archived: true });
    await expect(add(archived.id)).rejects.toThrow("is archived. Restore it first");
    const foreign = await createGrader(workspace.otherCtx, { name: "Theirs", kind: "exact-match" });
    await expect(add(foreign.id)).rejects.toThrow("does not exist in this workspace");
    expect(await pins(run.runId)).toEqual([run.graderVersionId]);
    expect(await roundsOf()).toMatchObject({ state: "finished", gradeRound: 0 });
  });
});

describe("re-running", () => {
  test("pins what the first run pinned, newer versions or not, and starts once for two clicks", async () => {
    await newVersion();
    await db().run.update({
      where: { id: run.runId },
      data: { repetitions: 3, useCache: true, budgetMicroUsd: 5_000_000, priority: "high", maxTries: 2 },
    });
    const requestKey = newId();
    const [first, second] = await Promise.all([
      rerun(ctx, { runId: run.runId, requestKey }),
      rerun(ctx, { runId: run.runId, requestKey }),
    ]);
    expect(second).toEqual(first);
    const [runId = ""] = first.runIds;
    const select = {
      datasetVersionId: true,
      modelVersionId: true,
      splits: true,
      repetitions: true,
      useCache: true,
      budgetMicroUsd: true,
      priority: true,
      maxTries: true,
    };
    const [before, after] = await Promise.all(
      [run.runId, runId].map((id) => db().run.findUniqueOrThrow({ where: { id }, select })),
    );
    expect(after).toEqual(before);
    expect(await pins(runId)).toEqual([run.graderVersionId]);
    expect((await roundsOf()).state).toBe("finished");
  });
});
