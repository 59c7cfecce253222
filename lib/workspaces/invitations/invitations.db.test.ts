import { describe, expect, test } from "vitest";
import { signInWithPassword } from "#lib/auth/sign-in-with-password.ts";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { actingUserId } from "../acting-user-id.ts";
import { listMembers } from "../list-members.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { findInvitation } from "./find-invitation.ts";
import { inviteMember } from "./invite-member.ts";
import { joinWorkspace } from "./join-workspace.ts";
import { listInvitations } from "./list-invitations.ts";
import { revokeInvitation } from "./revoke-invitation.ts";

const day = 24 * 60 * 60_000;
const at = (now = new Date()) => ({ address: newId(), requestId: newId(), now });
const newEmail = () => `${newId()}@example.test`;
const account = { name: "Grace", password: "a long password" };

async function invite(ctx: Context, email = newEmail()) {
  const { id, path } = await inviteMember(ctx, { email, role: "editor" });
  const token = new URL(path, "http://localhost").searchParams.get("token") ?? "";
  return { id, email, token };
}

async function emailOf(ctx: Context): Promise<string> {
  const { email } = await db().user.findUniqueOrThrow({ where: { id: actingUserId(ctx) } });
  return email;
}

describe("inviting", () => {
  test("makes a link whose token is stored nowhere and which the page can describe", async () => {
    const { ctx } = await createTestWorkspace();
    const { id, email, token } = await invite(ctx);
    const stored = await db().oneTimeLink.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(await findInvitation(token, ctx.now)).toMatchObject({
      email,
      role: "editor",
      workspaceId: ctx.workspaceId,
      hasAccount: false,
    });
    expect(await findInvitation(`${token}x`, ctx.now)).toBeNull();
    expect(await findInvitation(token, new Date(ctx.now.getTime() + 7 * day))).toBeNull();
  });

  test("the same address again replaces the first link", async () => {
    const { ctx } = await createTestWorkspace();
    const first = await invite(ctx);
    const second = await invite(ctx, first.email.toUpperCase());
    expect(await findInvitation(first.token, ctx.now)).toBeNull();
    expect((await listInvitations(ctx)).items.map(({ id }) => id)).toEqual([second.id]);
  });

  test("refuses somebody who is a member already, and those who are not admins", async () => {
    const { ctx, ctxWithRole } = await createTestWorkspace();
    await expect(invite(ctx, await emailOf(ctx))).rejects.toThrow("is a member of this workspace already");
    for (const role of ["viewer", "reviewer", "editor"] as const) {
      await expect(invite(ctxWithRole(role))).rejects.toThrow("You need the role admin");
      await expect(listInvitations(ctxWithRole(role))).rejects.toThrow("You need the role admin");
    }
  });
});

describe("accepting without an account", () => {
  test("makes account and membership, once, with the invited address and role", async () => {
    const { ctx, otherCtx } = await createTestWorkspace();
    const { email, token } = await invite(ctx);
    const tries = [1, 2, 3].map(() => acceptInvitation(at(), { ...account, token }));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await signInWithPassword(at(), { email, password: account.password })).name).toBe("Grace");
    const members = (await listMembers(ctx)).items;
    expect(members.filter((member) => member.email === email)).toMatchObject([{ role: "editor" }]);
    expect((await listMembers(otherCtx)).items).toHaveLength(1);
    const event = await db().auditEvent.findFirst({
      where: { workspaceId: ctx.workspaceId, action: "invitation.accept" },
    });
    expect(event?.detail).toMatchObject({ email });
  });

  test("a spent, expired or revoked link and a short password change nothing", async () => {
    const { ctx } = await createTestWorkspace();
    const { id, email, token } = await invite(ctx);
    const late = at(new Date(ctx.now.getTime() + 8 * day));
    await expect(acceptInvitation(late, { ...account, token })).rejects.toThrow("has expired");
    await expect(acceptInvitation(at(), { ...account, token, password: "short" })).rejects.toThrow(
      "at least 10",
    );
    await revokeInvitation(ctx, { invitationId: id });
    await expect(acceptInvitation(at(), { ...account, token })).rejects.toThrow(
      "has been used or has expired",
    );
    expect(await db().user.count({ where: { email } })).toBe(0);
  });

  test("never sets the password of an account that exists", async () => {
    const { ctx, otherCtx } = await createTestWorkspace();
    const { token } = await invite(ctx, await emailOf(otherCtx));
    await expect(acceptInvitation(at(), { ...account, token })).rejects.toThrow("has an account already");
    expect((await findInvitation(token, ctx.now))?.hasAccount).toBe(true);
  });
});

describe("joining with an account", () => {
  test("the invited person joins once", async () => {
    const { ctx, otherCtx } = await createTestWorkspace();
    const { token } = await invite(ctx, await emailOf(otherCtx));
    const joined = await joinWorkspace(at(), actingUserId(otherCtx), { token });
    expect(joined).toEqual({ workspaceId: ctx.workspaceId });
    await expect(joinWorkspace(at(), actingUserId(otherCtx), { token })).rejects.toThrow("has been used");
  });

  test("somebody else who holds the link is refused, and the link stays open", async () => {
    const { ctx, otherCtx } = await createTestWorkspace();
    const { token } = await invite(ctx);
    await expect(joinWorkspace(at(), actingUserId(otherCtx), { token })).rejects.toThrow(
      "This invitation is for",
    );
    expect(await findInvitation(token, ctx.now)).not.toBeNull();
    expect((await listMembers(ctx)).items).toHaveLength(1);
  });
});

describe("revoking", () => {
  test("refuses another workspace and those who are not admins", async () => {
    const { ctx, ctxWithRole, otherCtx } = await createTestWorkspace();
    const { id, token } = await invite(ctx);
    await expect(revokeInvitation(otherCtx, { invitationId: id })).rejects.toThrow("no open invitation");
    await expect(revokeInvitation(ctxWithRole("editor"), { invitationId: id })).rejects.toThrow("role admin");
    expect((await listInvitations(otherCtx)).items).toEqual([]);
    expect(await findInvitation(token, ctx.now)).not.toBeNull();
  });

  test("cannot revoke a sign-in link, whose row is in the same table", async () => {
    const { ctx } = await createTestWorkspace();
    const id = newId();
    await db().oneTimeLink.create({
      data: { id, purpose: "sign_in", tokenHash: id, expiresAt: new Date(), workspaceId: ctx.workspaceId },
    });
    await expect(revokeInvitation(ctx, { invitationId: id })).rejects.toThrow("no open invitation");
  });
});
