import { beforeEach, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { changePassword } from "./change-password.ts";
import { hashPassword } from "./password.ts";
import { renameSelf } from "./rename-self.ts";
import { findSessionStamp } from "./session-stamp.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";

const oldPassword = "the old password";
const newPassword = "the new password";
let ctx: Context;
let email: string;

const signIn = (password: string) =>
  signInWithPassword({ address: newId(), requestId: newId(), now: ctx.now }, { email, password });

beforeEach(async () => {
  ({ ctx } = await createTestWorkspace());
  if (ctx.actor.type !== "member") throw new Error("The test needs a person.");
  const user = await db().user.update({
    where: { id: ctx.actor.userId },
    data: { passwordHash: await hashPassword(oldPassword) },
  });
  email = user.email;
});

describe("changing the password", () => {
  test("the new one works, the old one no longer, and neither is in the log", async () => {
    await changePassword(ctx, { oldPassword, newPassword });
    await expect(signIn(oldPassword)).rejects.toThrow("is wrong");
    expect((await signIn(newPassword)).email).toBe(email);
    const event = await db().auditEvent.findFirstOrThrow({ where: { workspaceId: ctx.workspaceId } });
    expect(event.action).toBe("user.change-password");
    expect(event.detail).toEqual({});
  });

  test("ends sessions that began under the old one, and no others", async () => {
    const { id } = await db().user.findUniqueOrThrow({ where: { email } });
    const before = await findSessionStamp(id);
    expect(await findSessionStamp(id)).toBe(before);
    await renameSelf(ctx, { name: "Renamed" });
    expect(await findSessionStamp(id)).toBe(before);
    await changePassword(ctx, { oldPassword, newPassword });
    expect(await findSessionStamp(id)).not.toBe(before);
    expect(await findSessionStamp(newId())).toBeNull();
  });

  test("refuses a wrong or missing present password and a short new one", async () => {
    await expect(changePassword(ctx, { oldPassword: "guess", newPassword })).rejects.toMatchObject({
      code: "forbidden",
      fields: { oldPassword: "This is not your present password." },
    });
    await expect(changePassword(ctx, { oldPassword: "", newPassword })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(changePassword(ctx, { oldPassword, newPassword: "short" })).rejects.toMatchObject({
      code: "invalid",
    });
    expect((await signIn(oldPassword)).email).toBe(email);
  });

  test("guesses at the present password are throttled like sign-ins", async () => {
    for (let i = 0; i < 8; i++) {
      await expect(changePassword(ctx, { oldPassword: `guess ${i}`, newPassword })).rejects.toThrow(
        "not your",
      );
    }
    await expect(changePassword(ctx, { oldPassword, newPassword })).rejects.toThrow(
      "Too many failed sign-ins",
    );
  });

  test("of two changes at the same moment one wins", async () => {
    const outcomes = await Promise.allSettled([
      changePassword(ctx, { oldPassword, newPassword: "first new password" }),
      changePassword(ctx, { oldPassword, newPassword: "second new password" }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("refuses whoever has no account", async () => {
    const system: Context = { ...ctx, actor: { type: "system", name: "worker" } };
    const gone: Context = { ...ctx, actor: { type: "member", userId: newId(), role: "admin" } };
    for (const nobody of [system, gone]) {
      await expect(changePassword(nobody, { oldPassword, newPassword })).rejects.toThrow("Only a person");
      await expect(renameSelf(nobody, { name: "X" })).rejects.toThrow("Only a person");
    }
  });
});

test("a burst of guesses gets no further than the same number one by one", async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 30 }, (_, i) => signIn(`guess ${i}`)));
  const reasons = outcomes.map((outcome) => (outcome.status === "rejected" ? String(outcome.reason) : "in"));
  expect(reasons.filter((reason) => reason.includes("is wrong"))).toHaveLength(8);
  expect(reasons.filter((reason) => reason.includes("Too many"))).toHaveLength(22);
});

test("right passwords from one address do not add up to a block", async () => {
  const office = { address: newId(), requestId: newId(), now: ctx.now };
  for (let i = 0; i < 12; i++) await signInWithPassword(office, { email, password: oldPassword });
  const state = await db().signInThrottle.findUnique({ where: { key: `address:${office.address}` } });
  expect(state).toMatchObject({ failures: 0, blockedUntil: null });
});
