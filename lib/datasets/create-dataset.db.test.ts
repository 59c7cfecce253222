import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { createDataset } from "./create-dataset.ts";

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await createTestWorkspace();
});

describe("createDataset", () => {
  test("creates it in the workspace of the context, with an audit row", async () => {
    const { id } = await createDataset(workspace.ctx, { name: "  Tickets ", description: "Support" });
    expect(await db().dataset.findUnique({ where: { id } })).toMatchObject({
      name: "Tickets",
      description: "Support",
      workspaceId: workspace.ctx.workspaceId,
    });
    expect(await db().auditEvent.count({ where: { subjectId: id, action: "dataset.create" } })).toBe(1);
  });

  test("a name is used once in a workspace, also by two clicks at once", async () => {
    const clicks = await Promise.allSettled(
      [1, 2].map(() => createDataset(workspace.ctx, { name: "Twice" })),
    );
    expect(clicks.map((click) => click.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(createDataset(workspace.ctx, { name: "Twice" })).rejects.toMatchObject({
      code: "conflict",
      fields: { name: 'There is already a dataset called "Twice" in this workspace. Choose another name.' },
    });
    await createDataset(workspace.otherCtx, { name: "Twice" });
  });

  test.each([
    ["no name", { name: "  " }, "Give the dataset a name."],
    ["a long name", { name: "x".repeat(121) }, "A name has at most 120 characters."],
    ["a NUL character", { name: "a\0b" }, "The name holds a character that cannot be stored."],
  ])("refuses %s", async (_case, input, message) => {
    await expect(createDataset(workspace.ctx, input)).rejects.toMatchObject({ fields: { name: message } });
  });

  test("refuses without permission", async () => {
    await expect(createDataset(workspace.ctxWithRole("reviewer"), { name: "No" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
