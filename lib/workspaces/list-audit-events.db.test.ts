import { beforeAll, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { writeAudit } from "#lib/context/write-audit.ts";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { actingUserId } from "./acting-user-id.ts";
import { listAuditEvents } from "./list-audit-events.ts";
import { listAuditSubjectTypes } from "./list-audit-subject-types.ts";

let space: TestWorkspace;
const datasetId = newId();

async function record(ctx: Context, action: string, subjectType: string, subjectId: string) {
  await db().$transaction((tx) => writeAudit(tx, ctx, { action, subjectType, subjectId }));
}

beforeAll(async () => {
  space = await createTestWorkspace();
  const worker: Context = { ...space.ctx, actor: { type: "system", name: "worker" } };
  for (let i = 0; i < 5; i++) await record(space.ctx, `dataset.step-${i}`, "dataset", datasetId);
  await record(worker, "run.finish", "run", newId());
  await record(space.otherCtx, "dataset.create", "dataset", datasetId);
  // Events of one millisecond must not be lost between two pages.
  await db().auditEvent.updateMany({ data: { createdAt: new Date("2026-01-01T00:00:00Z") } });
});

test("walks through all events of this workspace, newest first, each once", async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listAuditEvents>> = await listAuditEvents(space.ctx, {
      cursor,
      limit: 2,
    });
    seen.push(...page.items.map(({ action }) => action));
    cursor = page.nextCursor;
  } while (cursor !== null);
  const steps = [4, 3, 2, 1, 0].map((step) => `dataset.step-${step}`);
  expect(seen).toEqual(["run.finish", ...steps]);
});

test("filters by kind, by thing and by who", async () => {
  const actions = async (filter: Parameters<typeof listAuditEvents>[1]) =>
    (await listAuditEvents(space.ctx, filter)).items.map(
      ({ action, actorName }) => `${actorName}: ${action}`,
    );
  expect(await actions({ subjectType: "run" })).toEqual(["worker: run.finish"]);
  expect(await actions({ subjectId: datasetId, limit: 1 })).toEqual(["Ada: dataset.step-4"]);
  expect(await actions({ actorId: actingUserId(space.ctx) })).toHaveLength(5);
  expect(await actions({ actorId: actingUserId(space.otherCtx) })).toEqual([]);
});

test("the kinds are those of this workspace", async () => {
  expect(await listAuditSubjectTypes(space.ctx)).toEqual(["dataset", "run"]);
  expect(await listAuditSubjectTypes(space.otherCtx)).toEqual(["dataset"]);
  expect(await listAuditSubjectTypes((await createTestWorkspace()).ctx)).toEqual([]);
});

test.each(["viewer", "reviewer", "editor"] as const)("refuses a %s", async (role) => {
  await expect(listAuditEvents(space.ctxWithRole(role), {})).rejects.toThrow("role admin");
  await expect(listAuditSubjectTypes(space.ctxWithRole(role))).rejects.toThrow("role admin");
});

test.each(["x", "2026-01-01_", "_", `nonsense_${newId()}`, "2026-01-01T00:00:00Z_'; drop table"])(
  "refuses the cursor %j",
  async (cursor) => {
    await expect(listAuditEvents(space.ctx, { cursor })).rejects.toMatchObject({ code: "invalid" });
  },
);

test("refuses a filter with signs that no name or id has", async () => {
  await expect(listAuditEvents(space.ctx, { subjectType: "a\0" })).rejects.toMatchObject({ code: "invalid" });
});
