import { beforeEach, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { setDatasetGraders } from "#lib/graders/set-dataset-graders.ts";
import { newId } from "#lib/ids/new-id.ts";
import { archiveModel } from "#lib/models/archive-model.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { createSchedule } from "../create-schedule.ts";
import { listScheduleStarts } from "../listing/list-schedule-starts.ts";
import type { ScheduleContentInput } from "../schedule-content.ts";
import { setScheduleEnabled } from "../switch-schedule.ts";
import { schedulable } from "../testing/schedulable.ts";
import { startDueSchedules } from "./start-due-schedules.ts";

let ctx: Context;
let made: Awaited<ReturnType<typeof schedulable>>;
const at = (iso: string) => new Date(`${iso}:00Z`);

beforeEach(async () => {
  await db().schedule.deleteMany();
  ctx = { ...(await createTestWorkspace()).ctx, now: at("2026-10-23T12:00") };
  made = await schedulable(ctx);
});

const schedule = async (changes: Partial<ScheduleContentInput> = {}) =>
  (await createSchedule(ctx, { ...made.content, ...changes })).id;
const rowOf = async (id: string) => await db().schedule.findUniqueOrThrow({ where: { id } });
const startsOf = async (scheduleId: string) => (await listScheduleStarts(ctx, { scheduleId })).items;

const endRuns = async () =>
  await db().run.updateMany({ where: { workspaceId: ctx.workspaceId }, data: { state: "finished" } });

test("starts at its time and not before, with the newest pins and the schedule's options", async () => {
  const options = {
    repetitions: 2,
    useCache: true,
    budgetMicroUsd: 1_000_000,
    priority: "low" as const,
  };
  const id = await schedule({ options });
  expect(await startDueSchedules(at("2026-10-23T23:59"))).toBe(0);
  expect(await startDueSchedules(at("2026-10-24T00:00"))).toBe(1);
  const [start] = await startsOf(id);
  const run = await db().run.findUniqueOrThrow({
    where: { id: start?.runs[0]?.id ?? "" },
    include: { graders: true, experiment: true },
  });
  expect(run).toMatchObject({
    datasetVersionId: made.versionId,
    modelVersionId: made.modelVersionId,
    planned: 4,
    repetitions: 2,
    useCache: true,
    budgetMicroUsd: 1_000_000n,
    priority: "low",
    createdBy: "schedule",
    graders: [{ graderVersionId: made.graderVersionId }],
    experiment: { name: made.content.name, scheduleId: id },
  });
  expect(await rowOf(id)).toMatchObject({
    nextStartAt: at("2026-10-25T00:00"),
    lastStartAt: at("2026-10-24T00:00"),
    lastError: null,
  });
});

test("keeps its local time when daylight saving ends, and starts once in the repeated hour", async () => {
  const id = await schedule({ cron: "30 2 * * *" });
  for (const moment of ["2026-10-24T00:30", "2026-10-25T00:30", "2026-10-25T01:30", "2026-10-26T01:30"]) {
    await startDueSchedules(at(moment));
    await endRuns();
  }
  const starts = await startsOf(id);
  expect(starts).toHaveLength(3);
  expect((await rowOf(id)).nextStartAt).toEqual(at("2026-10-27T01:30"));
});

test("missed for a day, it starts once", async () => {
  const id = await schedule({ cron: "0 * * * *" });
  expect(await startDueSchedules(at("2026-10-24T12:30"))).toBe(1);
  expect(await startsOf(id)).toHaveLength(1);
  expect((await rowOf(id)).nextStartAt).toEqual(at("2026-10-24T13:00"));
});

test("several workers at once start each schedule once", async () => {
  const ids = [await schedule(), await schedule({ name: "Second" }), await schedule({ name: "Third" })];
  const now = at("2026-10-24T00:00");
  const seen = await Promise.all(Array.from({ length: 4 }, () => startDueSchedules(now)));
  expect(seen.reduce((sum, count) => sum + count, 0)).toBe(3);
  for (const id of ids) expect(await startsOf(id)).toHaveLength(1);
});

test("a worker that died after the start and before it wrote that down is followed by one that starts nothing more", async () => {
  const id = await schedule();
  await startDueSchedules(at("2026-10-24T00:00"));
  await db().schedule.update({
    where: { id },
    data: { nextStartAt: at("2026-10-24T00:00"), lastStartAt: null },
  });
  await db().experiment.updateMany({ where: { scheduleId: id }, data: { scheduleId: null } });
  await startDueSchedules(at("2026-10-24T00:01"));
  expect(await startsOf(id)).toHaveLength(1);
  expect(await db().experiment.count({ where: { workspaceId: ctx.workspaceId } })).toBe(1);
});

test("a start that is refused says why, holds up nobody, and is planned again", async () => {
  const refused = await schedule();
  const other = await schedulable(ctx);
  const good = (await createSchedule(ctx, other.content)).id;
  await archiveModel(ctx, { modelId: made.content.modelIds[0] ?? "" });
  expect(await startDueSchedules(at("2026-10-24T00:00"))).toBe(2);
  expect(await rowOf(refused)).toMatchObject({
    lastError: expect.stringMatching(/The model .* is archived\. Restore it first\./),
    lastStartAt: null,
    nextStartAt: at("2026-10-25T00:00"),
  });
  expect(await startsOf(good)).toHaveLength(1);
});

test("a dataset without graders is told, and the next good start takes the words away", async () => {
  const id = await schedule();
  await setDatasetGraders(ctx, { datasetId: made.content.datasetId, graderIds: [] });
  await startDueSchedules(at("2026-10-24T00:00"));
  expect((await rowOf(id)).lastError).toContain("no graders of its own");
  const version = await db().graderVersion.findUniqueOrThrow({ where: { id: made.graderVersionId } });
  await setDatasetGraders(ctx, { datasetId: made.content.datasetId, graderIds: [version.graderId] });
  await startDueSchedules(at("2026-10-25T00:00"));
  expect((await rowOf(id)).lastError).toBeNull();
});

test("a start is left out while a run of the one before is under way, and not for one that is paused", async () => {
  const id = await schedule();
  await startDueSchedules(at("2026-10-24T00:00"));
  await startDueSchedules(at("2026-10-25T00:00"));
  expect(await startsOf(id)).toHaveLength(1);
  expect(await rowOf(id)).toMatchObject({
    lastError: expect.stringMatching(/Left out: run \d+ of the start before is still under way/),
    lastStartAt: at("2026-10-24T00:00"),
    nextStartAt: at("2026-10-26T01:00"),
  });
  await db().run.updateMany({ where: { workspaceId: ctx.workspaceId }, data: { state: "paused" } });
  await startDueSchedules(at("2026-10-26T01:00"));
  expect(await startsOf(id)).toHaveLength(2);
});

test("the model in production is that of the run approved last, and without one the start says so", async () => {
  const id = await schedule({ modelIds: [], productionModel: true });
  await startDueSchedules(at("2026-10-24T00:00"));
  expect((await rowOf(id)).lastError).toContain("No run on this dataset is approved as its baseline");

  const ids: string[] = [];
  for (const number of [1, 2]) {
    const model = await serverModel(ctx, { baseUrl: "http://127.0.0.1:9/v1" });
    await schedule({ name: `Once ${number}`, modelIds: [model.modelId], cron: "0 3 24 10 *" });
    await startDueSchedules(at("2026-10-24T02:00"));
    const run = await db().run.findFirstOrThrow({ where: { modelVersionId: model.versionId } });
    const { workspaceId, datasetId } = run;
    const approved = { number, note: "", approvedBy: "test" };
    await db().baseline.create({ data: { id: newId(), workspaceId, datasetId, runId: run.id, ...approved } });
    ids.push(model.versionId);
  }
  await endRuns();
  await startDueSchedules(at("2026-10-25T00:00"));
  const [start] = await startsOf(id);
  const run = await db().run.findUniqueOrThrow({ where: { id: start?.runs[0]?.id ?? "" } });
  expect(start?.runs).toHaveLength(1);
  expect(run.modelVersionId).toBe(ids[1]);
});

test("what is off or archived is not started", async () => {
  const id = await schedule();
  await setScheduleEnabled(ctx, { scheduleId: id, enabled: false });
  expect(await startDueSchedules(at("2026-12-24T00:00"))).toBe(0);
});
