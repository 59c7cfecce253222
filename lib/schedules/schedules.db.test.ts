import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { createSchedule } from "./create-schedule.ts";
import { getSchedule } from "./listing/get-schedule.ts";
import { listScheduleStarts } from "./listing/list-schedule-starts.ts";
import { listSchedules } from "./listing/list-schedules.ts";
import { startScheduleNow } from "./starting/start-schedule-now.ts";
import { setScheduleArchived, setScheduleEnabled } from "./switch-schedule.ts";
import { schedulable } from "./testing/schedulable.ts";
import { previewStarts } from "./timing/preview-starts.ts";
import { updateSchedule } from "./update-schedule.ts";

let workspace: TestWorkspace;
let ctx: Context;
let content: Awaited<ReturnType<typeof schedulable>>["content"];

beforeAll(async () => {
  workspace = await createTestWorkspace();
  ctx = { ...workspace.ctx, now: new Date("2026-11-21T12:00:00Z") };
  ({ content } = await schedulable(ctx));
});

const unique = () => ({ ...content, name: `Nightly ${newId()}` });
const rowOf = async (id: string) => await db().schedule.findUniqueOrThrow({ where: { id } });

describe("every verb", () => {
  const verbs: [string, (by: Context, scheduleId: string) => Promise<unknown>][] = [
    ["update", (by, scheduleId) => updateSchedule(by, { ...unique(), scheduleId })],
    ["turn off", (by, scheduleId) => setScheduleEnabled(by, { scheduleId, enabled: false })],
    ["archive", (by, scheduleId) => setScheduleArchived(by, { scheduleId, archived: true })],
    ["start now", (by, scheduleId) => startScheduleNow(by, { scheduleId, requestKey: newId() })],
  ];
  test.each(verbs)("%s refuses another workspace and without permission", async (_name, verb) => {
    const { id } = await createSchedule(ctx, unique());
    const before = await rowOf(id);
    await expect(verb(workspace.otherCtx, id)).rejects.toThrow("There is no schedule");
    await expect(verb(workspace.ctxWithRole("reviewer"), id)).rejects.toThrow("You need the role editor");
    expect(await rowOf(id)).toEqual(before);
  });

  test("create refuses foreign datasets and models, and without permission", async () => {
    await expect(createSchedule(workspace.ctxWithRole("viewer"), unique())).rejects.toThrow("role editor");
    await expect(createSchedule(workspace.otherCtx, unique())).rejects.toThrow("no such dataset");
    const foreign = await schedulable(workspace.otherCtx);
    const mixed = { ...unique(), modelIds: [...content.modelIds, ...foreign.content.modelIds] };
    await expect(createSchedule(ctx, mixed)).rejects.toThrow("One of the models is not in this workspace");
  });

  test("create and update refuse a schedule without a model", async () => {
    const none = { ...unique(), modelIds: [] };
    await expect(createSchedule(ctx, none)).rejects.toThrow("Choose at least one model.");
    const { id } = await createSchedule(ctx, { ...none, productionModel: true });
    await expect(updateSchedule(ctx, { ...none, scheduleId: id })).rejects.toThrow("at least one model");
    expect(await getSchedule(ctx, id)).toMatchObject({
      models: [],
      productionModel: true,
      inProduction: null,
    });
  });

  test("create refuses more models than one start takes, the one in production among them", async () => {
    const twenty = { ...unique(), modelIds: Array.from({ length: 20 }, newId), productionModel: true };
    await expect(createSchedule(ctx, twenty)).rejects.toThrow(
      "at most 19 models beside the one in production",
    );
  });

  test("queries show nothing of another workspace", async () => {
    const { id } = await createSchedule(ctx, unique());
    await expect(getSchedule(workspace.otherCtx, id)).rejects.toThrow("There is no schedule");
    const foreign = await listSchedules(workspace.otherCtx);
    expect(foreign.items).toEqual([]);
    expect((await listScheduleStarts(workspace.otherCtx, { scheduleId: id })).items).toEqual([]);
  });
});

describe("timing", () => {
  test("a new schedule is on and knows its next start; off it has none, on again the next one", async () => {
    const { id } = await createSchedule(ctx, unique());
    expect(await rowOf(id)).toMatchObject({ enabled: true, nextStartAt: new Date("2026-11-22T01:00:00Z") });
    await setScheduleEnabled(ctx, { scheduleId: id, enabled: false });
    await setScheduleEnabled(ctx, { scheduleId: id, enabled: false });
    expect(await rowOf(id)).toMatchObject({ enabled: false, nextStartAt: null });
    const later = { ...ctx, now: new Date("2026-11-25T12:00:00Z") };
    await setScheduleEnabled(later, { scheduleId: id, enabled: true });
    expect((await rowOf(id)).nextStartAt).toEqual(new Date("2026-11-26T01:00:00Z"));
    const actions = await db().auditEvent.findMany({
      where: { subjectId: id },
      orderBy: { createdAt: "asc" },
    });
    expect(actions.map(({ action }) => action)).toEqual([
      "schedule.create",
      "schedule.disable",
      "schedule.enable",
    ]);
  });

  test("archived it starts nothing; restored it is as it was", async () => {
    const { id } = await createSchedule(ctx, unique());
    await setScheduleArchived(ctx, { scheduleId: id, archived: true });
    expect(await rowOf(id)).toMatchObject({ enabled: true, nextStartAt: null });
    await setScheduleArchived(ctx, { scheduleId: id, archived: false });
    expect(await rowOf(id)).toMatchObject({ enabled: true, nextStartAt: new Date("2026-11-22T01:00:00Z") });
  });

  test("another time is planned at once; the same time keeps a start that is due", async () => {
    const first = unique();
    const { id } = await createSchedule(ctx, first);
    const late = { ...ctx, now: new Date("2026-11-22T01:00:01Z") };
    await updateSchedule(late, { ...first, name: `${first.name} b`, scheduleId: id });
    expect((await rowOf(id)).nextStartAt).toEqual(new Date("2026-11-22T01:00:00Z"));
    await updateSchedule(late, { ...first, cron: " 0  * * * * ", scheduleId: id });
    expect(await rowOf(id)).toMatchObject({
      cron: "0 * * * *",
      nextStartAt: new Date("2026-11-22T02:00:00Z"),
    });
    await setScheduleEnabled(ctx, { scheduleId: id, enabled: false });
    await updateSchedule(late, { ...first, scheduleId: id });
    expect((await rowOf(id)).nextStartAt).toBeNull();
  });

  test("the form is shown the next three starts, or what is wrong at the field", async () => {
    const starts = previewStarts(ctx, { cron: "0 7 * * 1-5", timeZone: "Europe/Berlin" });
    expect(starts.map((start) => start.toISOString())).toEqual([
      "2026-11-23T06:00:00.000Z",
      "2026-11-24T06:00:00.000Z",
      "2026-11-25T06:00:00.000Z",
    ]);
    expect(() => previewStarts(ctx, { cron: "nightly", timeZone: "UTC" })).toThrow("Write five fields");
    expect(() => previewStarts(ctx, { cron: "0 2 * * *", timeZone: "Mars" })).toThrow("Choose a time zone");
  });

  test("refuses a bad expression, a bad zone and a name that is taken", async () => {
    const taken = unique();
    await createSchedule(ctx, taken);
    await expect(createSchedule(ctx, taken)).rejects.toThrow("a schedule with the name");
    await expect(createSchedule(ctx, { ...unique(), cron: "0 2 * *" })).rejects.toThrow("Write five fields");
    await expect(createSchedule(ctx, { ...unique(), timeZone: "Here" })).rejects.toThrow("time zone");
    await expect(createSchedule(ctx, { ...unique(), modelIds: [] })).rejects.toThrow("at least one model");
  });
});

test("started by hand, once for two clicks, the runs belong to the schedule and its plan stays", async () => {
  const { id } = await createSchedule(ctx, unique());
  const requestKey = newId();
  const first = await startScheduleNow(ctx, { scheduleId: id, requestKey });
  expect(await startScheduleNow(ctx, { scheduleId: id, requestKey })).toEqual(first);
  const { items } = await listScheduleStarts(ctx, { scheduleId: id });
  expect(items).toMatchObject([{ id: first.experimentId, startedBy: "Ada", runs: [{ passRate: null }] }]);
  const row = (await listSchedules(ctx)).items.find((one) => one.id === id);
  expect(row).toMatchObject({
    nextStartAt: new Date("2026-11-22T01:00:00Z"),
    lastStart: { id: first.experimentId },
  });
});
