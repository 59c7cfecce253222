import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { createGrader } from "./create-grader.ts";
import { getGrader } from "./get-grader.ts";
import { listGraderVersions } from "./list-grader-versions.ts";
import { listGraders } from "./list-graders.ts";
import { setGraderArchived } from "./set-grader-archived.ts";
import { updateGrader } from "./update-grader.ts";

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await createTestWorkspace();
});

const content = {
  kind: "exact-match",
  config: { normalisations: ["trim", "case"] },
  direction: "higher",
  threshold: 1,
  weight: 1,
  critical: false,
} as const;
const contentInput = () => ({ ...content, config: { ...content.config } });

describe("create a grader", () => {
  test("with what its kind proposes, and an audit row", async () => {
    const { ctx } = workspace;
    const { id, versionId } = await createGrader(ctx, { name: "  Overlap ", kind: "token-f1" });
    expect(await getGrader(ctx, id)).toMatchObject({
      name: "Overlap",
      versionId,
      number: 1,
      kind: "token-f1",
      threshold: 0.5,
      weight: 1,
      critical: false,
      config: {},
    });
    const audit = await db().auditEvent.findMany({ where: { workspaceId: ctx.workspaceId, subjectId: id } });
    expect(audit).toMatchObject([{ action: "grader.create", detail: { name: "Overlap", kind: "token-f1" } }]);
  });

  test("a name once in a workspace, also when two are created at the same moment", async () => {
    const { ctx, otherCtx } = workspace;
    const both = await Promise.allSettled([
      createGrader(ctx, { name: "Twice", kind: "numeric" }),
      createGrader(ctx, { name: "Twice", kind: "numeric" }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({
      reason: { code: "conflict", fields: { name: expect.stringContaining("Twice") } },
    });
    await expect(createGrader(otherCtx, { name: "Twice", kind: "numeric" })).resolves.toBeDefined();
  });

  test.each([
    ["an unknown kind", { kind: "vibes" }, "kind"],
    ["an unknown key in the configuration", { kind: "token-f1", config: { stem: true } }, "config"],
    [
      "a pattern that cannot run",
      { kind: "regular-expression", config: { ...pattern("(a") } },
      "config.pattern",
    ],
    ["a threshold above 1", { kind: "token-f1", threshold: 1.5 }, "threshold"],
    ["a threshold that is no number", { kind: "token-f1", threshold: Number.NaN }, "threshold"],
    ["a critical grader that does not count", { kind: "token-f1", weight: 0, critical: true }, "weight"],
    ["a name of spaces", { kind: "token-f1", name: "   " }, "name"],
    ["a name that cannot be stored", { kind: "token-f1", name: "a\0b" }, "name"],
    ["a text that cannot be stored", { kind: "contains", config: textsOf("a\ud800") }, ""],
  ])("refuses %s", async (_name, input, field) => {
    await expect(createGrader(workspace.ctx, { name: "Refused", ...input })).rejects.toSatisfy(
      (error: { code: string; fields: object }) =>
        error.code === "invalid" && (field === "" || field in error.fields),
    );
  });

  test("refuses without permission", async () => {
    const created = createGrader(workspace.ctxWithRole("reviewer"), { name: "No", kind: "token-f1" });
    await expect(created).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("update a grader", () => {
  test("a new version only when the content differs, whatever the order of its keys", async () => {
    const { ctx } = workspace;
    const { id, versionId } = await createGrader(ctx, { name: "Labels", ...contentInput() });
    const { kind, config, ...rest } = contentInput();
    const same = { ...rest, config, kind };
    expect(await updateGrader(ctx, { graderId: id, basedOn: 1, content: same })).toEqual({
      versionId,
      number: 1,
      isNewVersion: false,
    });
    const changed = { ...contentInput(), weight: 2 };
    const updated = await updateGrader(ctx, {
      graderId: id,
      name: "Label match",
      basedOn: 1,
      content: changed,
    });
    expect(updated).toMatchObject({ number: 2, isNewVersion: true });
    expect(await getGrader(ctx, id)).toMatchObject({ name: "Label match", number: 2, weight: 2 });
    const versions = await listGraderVersions(ctx, { graderId: id });
    expect(versions.items.map(({ number, createdByName, runs }) => [number, createdByName, runs])).toEqual([
      [2, "Ada", 0],
      [1, "Ada", 0],
    ]);
  });

  test("a rename alone makes no version", async () => {
    const { ctx } = workspace;
    const { id } = await createGrader(ctx, { name: "Before", ...contentInput() });
    const renamed = await updateGrader(ctx, {
      graderId: id,
      name: "After",
      basedOn: 1,
      content: contentInput(),
    });
    expect(renamed.isNewVersion).toBe(false);
    expect(await getGrader(ctx, id)).toMatchObject({ name: "After", number: 1 });
  });

  test("of two editors who started from the same version, one is told", async () => {
    const { ctx } = workspace;
    const { id } = await createGrader(ctx, { name: "Raced", ...contentInput() });
    const edits = [2, 3].map((weight) =>
      updateGrader(ctx, { graderId: id, basedOn: 1, content: { ...contentInput(), weight } }),
    );
    const settled = await Promise.allSettled(edits);
    expect(settled.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const late = updateGrader(ctx, { graderId: id, basedOn: 1, content: { ...contentInput(), weight: 4 } });
    await expect(late).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Raced") });
  });

  test("refuses another workspace, and without permission", async () => {
    const { ctx, otherCtx, ctxWithRole } = workspace;
    const { id } = await createGrader(ctx, { name: "Mine", ...contentInput() });
    const input = { graderId: id, basedOn: 1, content: contentInput() };
    await expect(updateGrader(otherCtx, input)).rejects.toMatchObject({ code: "not-found" });
    await expect(updateGrader(ctxWithRole("viewer"), input)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("archive a grader", () => {
  test("leaves the list, comes back, and cannot be edited meanwhile", async () => {
    const { ctx } = workspace;
    const { id } = await createGrader(ctx, { name: "Old", ...contentInput() });
    await setGraderArchived(ctx, { graderId: id, archived: true });
    await setGraderArchived(ctx, { graderId: id, archived: true });
    expect((await listGraders(ctx)).items.map((grader) => grader.id)).not.toContain(id);
    expect((await listGraders(ctx, { archived: true })).items.map((grader) => grader.id)).toEqual([id]);
    const edit = updateGrader(ctx, { graderId: id, basedOn: 1, content: contentInput() });
    await expect(edit).rejects.toMatchObject({ code: "conflict" });
    await setGraderArchived(ctx, { graderId: id, archived: false });
    expect((await listGraders(ctx)).items.map((grader) => grader.id)).toContain(id);
    const audit = await db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    expect(audit.map((row) => row.action)).toEqual(["grader.create", "grader.archive", "grader.restore"]);
  });

  test("refuses another workspace, and without permission", async () => {
    const { ctx, otherCtx, ctxWithRole } = workspace;
    const { id } = await createGrader(ctx, { name: "Kept", ...contentInput() });
    const input = { graderId: id, archived: true };
    await expect(setGraderArchived(otherCtx, input)).rejects.toMatchObject({ code: "not-found" });
    await expect(setGraderArchived(ctxWithRole("reviewer"), input)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

test("reading refuses another workspace, and pages through the names", async () => {
  const { ctx, otherCtx } = await createTestWorkspace();
  const names = ["Alpha", "Beta", "Gamma"];
  const [first] = await Promise.all(names.map((name) => createGrader(ctx, { name, kind: "token-f1" })));
  await expect(getGrader(otherCtx, first?.id ?? "")).rejects.toMatchObject({ code: "not-found" });
  const versions = listGraderVersions(otherCtx, { graderId: first?.id ?? "" });
  await expect(versions).rejects.toMatchObject({ code: "not-found" });
  expect((await listGraders(otherCtx)).items).toEqual([]);
  const page = await listGraders(ctx, { limit: 2 });
  expect(page.items.map((grader) => grader.name)).toEqual(["Alpha", "Beta"]);
  const rest = await listGraders(ctx, { limit: 2, cursor: page.nextCursor });
  expect(rest).toMatchObject({ items: [{ name: "Gamma", datasets: [] }], nextCursor: null });
});

function pattern(text: string) {
  return { pattern: text, match: "search", ignoreCase: false, multiline: false, dotAll: false };
}

function textsOf(text: string) {
  return { source: "config", texts: [text], mode: "all", ignoreCase: true };
}
