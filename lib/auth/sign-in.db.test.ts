import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import type { AuthRequest } from "./auth-request.ts";
import { completeSetup } from "./complete-setup.ts";
import { issueStartLink } from "./issue-start-link.ts";
import { signInWithIdentity } from "./sign-in-with-identity.ts";
import { signInWithLink } from "./sign-in-with-link.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";

const now = new Date("2026-01-05T10:00:00Z");
const from = (address: string, at = now): AuthRequest => ({ address, requestId: newId(), now: at });
const tokenOf = (path: string) => new URL(path, "http://localhost").searchParams.get("token") ?? "";
const owner = { name: "Ada", email: "Ada@Example.test ", password: "correct horse battery" };

beforeAll(async () => {
  await db().workspace.create({ data: { id: newId(), name: "First" } });
});

describe("first-run set-up", () => {
  test("the newest link makes one admin, once; older links and other tokens do nothing", async () => {
    const older = tokenOf(await issueStartLink(now));
    const token = tokenOf(await issueStartLink(now));
    await expect(completeSetup(from("a"), { ...owner, token: older })).rejects.toThrow(
      "has been used or has expired",
    );
    await expect(completeSetup(from("a"), { ...owner, token: "guess" })).rejects.toThrow(
      "has been used or has expired",
    );
    await expect(completeSetup(from("a"), { ...owner, token, password: "short" })).rejects.toThrow(
      "at least 10",
    );

    const user = await completeSetup(from("a"), { ...owner, token });
    expect(user.email).toBe("ada@example.test");
    await expect(completeSetup(from("a"), { ...owner, token })).rejects.toThrow(
      "has been used or has expired",
    );
    const membership = await db().member.findFirst({ where: { userId: user.id } });
    expect(membership?.role).toBe("admin");
    const stored = await db().user.findUniqueOrThrow({ where: { id: user.id } });
    expect(stored.passwordHash).toMatch(/^\$argon2id\$/);
  });

  test("afterwards the terminal's link signs the admin in, once and for a day", async () => {
    const path = await issueStartLink(now);
    expect(path).toMatch(/^\/sign-in\?token=/);
    const tomorrow = new Date(now.getTime() + 24 * 60 * 60_000);
    await expect(signInWithLink(from("a", tomorrow), tokenOf(path))).rejects.toThrow("expired");
    expect((await signInWithLink(from("a"), tokenOf(path))).email).toBe("ada@example.test");
    await expect(signInWithLink(from("a"), tokenOf(path))).rejects.toThrow("has been used");
  });
});

describe("password", () => {
  test("the right one signs in whatever the case of the address; a wrong one and an unknown address read the same", async () => {
    expect(
      (await signInWithPassword(from("b"), { email: "ADA@example.test", password: owner.password })).name,
    ).toBe("Ada");
    const wrong = signInWithPassword(from("b"), { email: owner.email, password: "wrong password" });
    await expect(wrong).rejects.toThrow("E-mail address or password is wrong.");
    const unknown = signInWithPassword(from("b"), { email: "eve@example.test", password: "wrong password" });
    await expect(unknown).rejects.toThrow("E-mail address or password is wrong.");
  });

  test("the eighth failure blocks the address for a quarter of an hour, also with the right password", async () => {
    for (let i = 0; i < 8; i++) {
      await expect(
        signInWithPassword(from("c"), { email: "bob@example.test", password: "x" }),
      ).rejects.toThrow("wrong");
    }
    const blocked = signInWithPassword(from("c"), { email: owner.email, password: owner.password });
    await expect(blocked).rejects.toThrow("Too many failed sign-ins");
    const later = new Date(now.getTime() + 16 * 60_000);
    expect(
      (await signInWithPassword(from("c", later), { email: owner.email, password: owner.password })).name,
    ).toBe("Ada");
  });
});

describe("outside account", () => {
  const account = { provider: "oidc", subject: "42", email: "ada@example.test" };

  test("an unverified address is not matched, a verified one is linked, and the link outlives a change of address", async () => {
    await expect(signInWithIdentity({ ...account, emailVerified: false })).rejects.toThrow("not a member");
    expect((await signInWithIdentity({ ...account, emailVerified: true })).name).toBe("Ada");
    const renamed = { ...account, email: "other@example.test", emailVerified: false };
    expect((await signInWithIdentity(renamed)).name).toBe("Ada");
  });

  test("a stranger is refused", async () => {
    const stranger = { provider: "oidc", subject: "43", email: "eve@example.test", emailVerified: true };
    await expect(signInWithIdentity(stranger)).rejects.toThrow("eve@example.test is not a member here");
  });
});
