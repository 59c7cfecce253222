import { describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { actingUserId } from "./acting-user-id.ts";
import { createWorkspace } from "./create-workspace.ts";
import { getOwnWorkspace } from "./get-own-workspace.ts";
import { listMemberships } from "./list-memberships.ts";
import { renameWorkspace } from "./rename-workspace.ts";

describe("creating", () => {
  test("the creator becomes admin of the new workspace, whose log begins with it", async () => {
    const { ctx } = await createTestWorkspace();
    const { id } = await createWorkspace(ctx, { name: "  Second  " });
    const found = await listMemberships(actingUserId(ctx));
    expect(found?.memberships.find((membership) => membership.id === id)).toMatchObject({
      name: "Second",
      role: "admin",
    });
    expect(await db().auditEvent.count({ where: { workspaceId: id, action: "workspace.create" } })).toBe(1);
  });

  test("refuses without permission, parts of the system, and names that are no names", async () => {
    const { ctx, ctxWithRole } = await createTestWorkspace();
    await expect(createWorkspace(ctxWithRole("editor"), { name: "X" })).rejects.toThrow("role admin");
    const system = { ...ctx, actor: { type: "system" as const, name: "worker" } };
    await expect(createWorkspace(system, { name: "X" })).rejects.toThrow("Only a person");
    for (const name of ["", "   ", "a\0b", "line\nbreak", "x".repeat(101)]) {
      await expect(createWorkspace(ctx, { name })).rejects.toMatchObject({ code: "invalid" });
    }
  });
});

describe("renaming", () => {
  test("an admin renames their own workspace and no other", async () => {
    const { ctx, ctxWithRole, otherCtx } = await createTestWorkspace();
    await renameWorkspace(ctx, { name: "Renamed" });
    await expect(renameWorkspace(ctxWithRole("editor"), { name: "No" })).rejects.toThrow("role admin");
    const names = await db().workspace.findMany({
      where: { id: { in: [ctx.workspaceId, otherCtx.workspaceId] } },
      select: { id: true, name: true },
    });
    expect(names.find(({ id }) => id === ctx.workspaceId)?.name).toBe("Renamed");
    expect(names.find(({ id }) => id === otherCtx.workspaceId)?.name).not.toBe("Renamed");
  });
});

describe("switching", () => {
  test("only to a workspace of one's own", async () => {
    const { ctx, otherCtx } = await createTestWorkspace();
    const own = await getOwnWorkspace(ctx, { workspaceId: ctx.workspaceId });
    expect(own).toMatchObject({ id: ctx.workspaceId, role: "admin" });
    const foreign = getOwnWorkspace(ctx, { workspaceId: otherCtx.workspaceId });
    await expect(foreign).rejects.toMatchObject({ code: "not-found" });
    await expect(getOwnWorkspace(ctx, { workspaceId: "1" })).rejects.toMatchObject({ code: "invalid" });
  });
});
