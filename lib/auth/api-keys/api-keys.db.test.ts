import { expect, test } from "vitest";
import { type Actor, type Context, hasRole } from "#lib/context/context.ts";
import { createDataset } from "#lib/datasets/create-dataset.ts";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { actorNames } from "#lib/workspaces/actor-names.ts";
import { listAuditEvents } from "#lib/workspaces/list-audit-events.ts";
import { contextOfApiKey } from "./context-of-api-key.ts";
import { type CreateApiKeyInput, createApiKey } from "./create-api-key.ts";
import { listApiKeys } from "./list-api-keys.ts";
import { revokeApiKey } from "./revoke-api-key.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const key = { name: "Release pipeline", role: "editor", expiresInDays: 90 } as const;

const at = (ctx: Context, laterMs = 0) => ({
  requestId: newId(),
  now: new Date(ctx.now.getTime() + laterMs),
});
const rowOf = async (id: string) => await db().apiKey.findUniqueOrThrow({ where: { id } });

test("a key acts in its workspace with its role, and only a hash of its secret is stored", async () => {
  const { ctx } = await createTestWorkspace();
  const { id, secret } = await createApiKey(ctx, key);
  const acting = await contextOfApiKey(secret, at(ctx));
  expect(acting).toMatchObject({
    workspaceId: ctx.workspaceId,
    actor: { type: "api-key", keyId: id, name: "Release pipeline", role: "editor" },
  });
  expect([hasRole(acting, "editor"), hasRole(acting, "admin")]).toEqual([true, false]);
  const stored = JSON.stringify([
    await rowOf(id),
    await db().auditEvent.findMany({ where: { workspaceId: ctx.workspaceId } }),
    await listApiKeys(ctx),
  ]);
  expect(stored).not.toContain(secret.slice(9));
  expect(stored).toContain(secret.slice(0, 9));
});

test("an unknown, a revoked and an expired key are refused in one sentence each", async () => {
  const { ctx } = await createTestWorkspace();
  const { id, secret } = await createApiKey(ctx, key);
  const refused = (sentence: string) => ({
    code: "unauthenticated",
    message: expect.stringContaining(sentence),
  });
  await expect(contextOfApiKey(`${secret}x`, at(ctx))).rejects.toMatchObject(refused("is not known here"));
  await expect(contextOfApiKey("ts_", at(ctx))).rejects.toMatchObject(refused("is not known here"));
  await contextOfApiKey(secret, at(ctx, 90 * day - 1));
  await expect(contextOfApiKey(secret, at(ctx, 90 * day))).rejects.toMatchObject(
    refused('"Release pipeline" has expired'),
  );
  await revokeApiKey(ctx, { keyId: id });
  await expect(contextOfApiKey(secret, at(ctx))).rejects.toMatchObject(
    refused('"Release pipeline" was revoked'),
  );
  await expect(revokeApiKey(ctx, { keyId: id })).rejects.toThrow("that could be revoked");
});

test("a key without an end works until it is revoked", async () => {
  const { ctx } = await createTestWorkspace();
  const { secret } = await createApiKey(ctx, { ...key, expiresInDays: null });
  expect((await contextOfApiKey(secret, at(ctx, 20 * 365 * day))).workspaceId).toBe(ctx.workspaceId);
});

test("its last use is written at most once a minute", async () => {
  const { ctx } = await createTestWorkspace();
  const { id, secret } = await createApiKey(ctx, key);
  expect((await rowOf(id)).lastUsedAt).toBeNull();
  const first = at(ctx, 1_000);
  await contextOfApiKey(secret, first);
  await contextOfApiKey(secret, at(ctx, minute));
  expect((await rowOf(id)).lastUsedAt).toEqual(first.now);
  const later = at(ctx, 1_000 + minute);
  await contextOfApiKey(secret, later);
  expect((await rowOf(id)).lastUsedAt).toEqual(later.now);
});

test("what a key did carries its name, in lists and in the audit log, when it is revoked too", async () => {
  const { ctx } = await createTestWorkspace();
  const { id, secret } = await createApiKey(ctx, key);
  const dataset = await createDataset(await contextOfApiKey(secret, at(ctx)), { name: "By a program" });
  await revokeApiKey(ctx, { keyId: id });
  const { items } = await listAuditEvents(ctx, { subjectId: dataset.id });
  expect(items).toMatchObject([{ actorId: id, actorName: "Release pipeline (API key)" }]);
  const nameOf = await actorNames(ctx, [id, "worker", newId()]);
  expect([nameOf(id), nameOf("worker"), nameOf(newId())]).toEqual([
    "Release pipeline (API key)",
    "worker",
    "a former member",
  ]);
});

test("lists the newest first, with who made them and whether they work", async () => {
  const { ctx } = await createTestWorkspace();
  const { id: old } = await createApiKey(ctx, { ...key, name: "Old", expiresInDays: 1 });
  const { id: gone } = await createApiKey(ctx, { ...key, name: "Gone" });
  await createApiKey(ctx, { ...key, name: "New", role: "viewer" });
  await revokeApiKey(ctx, { keyId: gone });
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 2 * day) };
  const { items, nextCursor } = await listApiKeys(later, { limit: 2 });
  expect(items).toMatchObject([
    { name: "New", role: "viewer", state: "works", createdBy: "Ada", lastUsedAt: null },
    { id: gone, name: "Gone", state: "revoked" },
  ]);
  expect((await listApiKeys(later, { cursor: nextCursor })).items).toMatchObject([
    { id: old, state: "expired" },
  ]);
});

test.each([
  [{ ...key, name: " " }, "Give the key a name"],
  [{ ...key, name: "a\u0000b" }, "cannot be stored"],
  [{ ...key, expiresInDays: 0 }, "at least one day"],
  [{ ...key, role: "admin" }, "role"],
])("refuses %j", async (input, message) => {
  const { ctx } = await createTestWorkspace();
  await expect(createApiKey(ctx, input as CreateApiKeyInput)).rejects.toThrow(message);
});

test("no key is an admin, whoever writes its row", async () => {
  const { ctx } = await createTestWorkspace();
  const { id } = await createApiKey(ctx, key);
  await expect(db().apiKey.update({ where: { id }, data: { role: "admin" } })).rejects.toThrow(
    "api_key_role_check",
  );
});

test("refuses another workspace", async () => {
  const { ctx, otherCtx } = await createTestWorkspace();
  const { id, secret } = await createApiKey(ctx, key);
  await expect(revokeApiKey(otherCtx, { keyId: id })).rejects.toThrow("There is no API key");
  expect((await listApiKeys(otherCtx)).items).toEqual([]);
  expect((await actorNames(otherCtx, [id]))(id)).toBe("a former member");
  await contextOfApiKey(secret, at(ctx));
});

test("refuses without permission, and keys above all", async () => {
  const { ctx, ctxWithRole } = await createTestWorkspace();
  const { id, secret } = await createApiKey(ctx, key);
  for (const acting of [ctxWithRole("editor"), await contextOfApiKey(secret, at(ctx))]) {
    const refused = { code: "forbidden", message: expect.stringContaining("role admin") };
    await expect(createApiKey(acting, key)).rejects.toMatchObject(refused);
    await expect(revokeApiKey(acting, { keyId: id })).rejects.toMatchObject(refused);
    await expect(listApiKeys(acting)).rejects.toMatchObject(refused);
  }
});

test("a key is told which role it has and which it needs", async () => {
  const { ctx } = await createTestWorkspace();
  const actor: Actor = { type: "api-key", keyId: newId(), name: "Dashboard", role: "viewer" };
  await expect(createDataset({ ...ctx, actor }, { name: "New" })).rejects.toThrow(
    'It takes the role editor to create a dataset, and the API key "Dashboard" has the role viewer.',
  );
});
