import { describe, expect, test } from "vitest";
import type { Context, Role } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { actingUserId } from "./acting-user-id.ts";
import { changeRole } from "./change-role.ts";
import { listMembers } from "./list-members.ts";
import { leaveWorkspace, removeMember } from "./remove-member.ts";

async function addMember(ctx: Context, role: Role): Promise<Context> {
  const userId = newId();
  await db().user.create({ data: { id: userId, email: `${userId}@example.test`, name: `Person ${role}` } });
  await db().member.create({ data: { workspaceId: ctx.workspaceId, userId, role } });
  return { ...ctx, actor: { type: "member", userId, role } };
}

const rolesOf = async (ctx: Context) => (await listMembers(ctx)).items.map(({ role }) => role).sort();

describe("role of a member", () => {
  test("an admin changes it, and the audit log says from what to what", async () => {
    const { ctx } = await createTestWorkspace();
    const userId = actingUserId(await addMember(ctx, "viewer"));
    await changeRole(ctx, { userId, role: "editor" });
    expect(await rolesOf(ctx)).toEqual(["admin", "editor"]);
    const event = await db().auditEvent.findFirstOrThrow({ where: { workspaceId: ctx.workspaceId } });
    expect(event).toMatchObject({
      action: "member.change-role",
      subjectId: userId,
      detail: { from: "viewer", to: "editor" },
    });
  });

  test.each(["viewer", "reviewer", "editor"] as const)("a %s may not, not even their own", async (role) => {
    const { ctx } = await createTestWorkspace();
    const member = await addMember(ctx, role);
    await expect(changeRole(member, { userId: actingUserId(member), role: "admin" })).rejects.toThrow(
      "You need the role admin",
    );
    expect(await rolesOf(ctx)).toEqual(["admin", role].sort());
  });

  test("refuses a member of another workspace and an unknown role", async () => {
    const { ctx, otherCtx } = await createTestWorkspace();
    const stranger = actingUserId(otherCtx);
    await expect(changeRole(ctx, { userId: stranger, role: "viewer" })).rejects.toThrow(
      "There is no member with this id",
    );
    const owner = { userId: stranger, role: "owner" as Role };
    await expect(changeRole(otherCtx, owner)).rejects.toMatchObject({ code: "invalid" });
    expect(await rolesOf(otherCtx)).toEqual(["admin"]);
  });
});

describe("the last admin", () => {
  test("can neither step down, nor be removed, nor leave", async () => {
    const { ctx } = await createTestWorkspace();
    await addMember(ctx, "editor");
    const userId = actingUserId(ctx);
    await expect(changeRole(ctx, { userId, role: "viewer" })).rejects.toThrow("at least one admin");
    await expect(removeMember(ctx, { userId })).rejects.toThrow("at least one admin");
    await expect(leaveWorkspace(ctx)).rejects.toThrow("at least one admin");
  });

  test("of admins who remove each other, demote themselves or leave at the same moment, one stays", async () => {
    for (let round = 0; round < 8; round++) {
      const { ctx } = await createTestWorkspace();
      const admins = [ctx, await addMember(ctx, "admin"), await addMember(ctx, "admin")];
      const [a, b, c] = admins.map(actingUserId);
      const outcomes = await Promise.allSettled([
        removeMember(ctx, { userId: b ?? "" }),
        changeRole(ctx, { userId: a ?? "", role: "viewer" }),
        leaveWorkspace({ ...ctx, actor: { type: "member", userId: c ?? "", role: "admin" } }),
      ]);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
      expect((await rolesOf(ctx)).filter((role) => role === "admin")).toHaveLength(1);
    }
  });
});

describe("ending a membership", () => {
  test("an admin removes a member; what they did stays in the log", async () => {
    const { ctx } = await createTestWorkspace();
    const editor = await addMember(ctx, "editor");
    await removeMember(ctx, { userId: actingUserId(editor) });
    expect(await rolesOf(ctx)).toEqual(["admin"]);
    await expect(removeMember(ctx, { userId: actingUserId(editor) })).rejects.toThrow(
      "no member with this id",
    );
    expect(await db().user.count({ where: { id: actingUserId(editor) } })).toBe(1);
  });

  test("a viewer may leave and may remove nobody", async () => {
    const { ctx } = await createTestWorkspace();
    const viewer = await addMember(ctx, "viewer");
    await expect(removeMember(viewer, { userId: actingUserId(ctx) })).rejects.toThrow("role admin");
    await leaveWorkspace(viewer);
    expect(await rolesOf(ctx)).toEqual(["admin"]);
  });

  test("refuses a member of another workspace", async () => {
    const { ctx, otherCtx } = await createTestWorkspace();
    await expect(removeMember(ctx, { userId: actingUserId(otherCtx) })).rejects.toThrow(
      "no member with this id",
    );
  });
});

test("the list is paged and shows only this workspace", async () => {
  const { ctx, otherCtx } = await createTestWorkspace();
  for (const role of ["viewer", "editor", "reviewer"] as const) await addMember(ctx, role);
  const first = await listMembers(ctx, { limit: 3 });
  expect(first.items).toHaveLength(3);
  const second = await listMembers(ctx, { limit: 3, cursor: first.nextCursor });
  expect(second).toMatchObject({ nextCursor: null, items: [{ role: "reviewer" }] });
  expect((await listMembers(otherCtx)).items).toHaveLength(1);
  await expect(listMembers(ctx, { cursor: "x" })).rejects.toMatchObject({ code: "invalid" });
});
