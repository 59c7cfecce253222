import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { archiveModel } from "../archive-model.ts";
import { createModel } from "../create-model.ts";
import { updateModel } from "../update-model.ts";
import { archiveConnection } from "./archive-connection.ts";
import { createConnection } from "./create-connection.ts";
import { getConnection } from "./get-connection.ts";
import { listConnections } from "./list-connections.ts";
import { restoreConnection } from "./restore-connection.ts";
import { updateConnection } from "./update-connection.ts";

const key = "sk-test-0123456789abcdefa1b2";
let space: TestWorkspace;

beforeAll(async () => {
  space = await createTestWorkspace();
});

const unique = (name: string) => `${name} ${newId()}`;
const withKey = () =>
  createConnection(space.ctx, { name: unique("keyed"), baseUrl: "https://a.example.test/v1", apiKey: key });
const keyless = () =>
  createConnection(space.ctx, { name: unique("local"), baseUrl: "http://localhost:11434/v1" });
const stored = (id: string) =>
  db().connection.findUniqueOrThrow({
    where: { id },
    select: { sealedKey: true, keyHint: true, baseUrl: true },
  });
const serverModel = (connectionId: string) => ({
  provider: "connection" as const,
  connectionId,
  providerModel: "small",
  messages: [{ role: "user" as const, content: "{{input}}" }],
});

describe("createConnection", () => {
  test("seals the key, shows its end only, and leaves an audit row without it", async () => {
    const { id } = await withKey();
    const details = await getConnection(space.ctx, id);
    expect(details.keyHint).toBe("…a1b2");
    expect(JSON.stringify(details)).not.toContain("sealed");
    expect((await stored(id)).sealedKey).not.toContain(key);
    const audit = await db().auditEvent.findFirstOrThrow({ where: { subjectId: id } });
    expect(audit.action).toBe("connection.create");
    expect(JSON.stringify(audit)).not.toContain(key);
  });

  test("shows nothing of a short key", async () => {
    const { id } = await createConnection(space.ctx, {
      name: unique("short"),
      baseUrl: "http://localhost:1234/v1",
      apiKey: "hunter2",
    });
    expect((await getConnection(space.ctx, id)).keyHint).toBe("…");
  });

  test("refuses a name that is taken, once for two at the same time", async () => {
    const twice = { name: unique("twice"), baseUrl: "http://localhost:8000/v1" };
    const results = await Promise.allSettled([
      createConnection(space.ctx, twice),
      createConnection(space.ctx, twice),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(createConnection(space.ctx, twice)).rejects.toMatchObject({
      code: "conflict",
      fields: { name: expect.stringContaining("already a connection") },
    });
    await expect(createConnection(space.otherCtx, twice)).resolves.toMatchObject({ name: twice.name });
  });

  test("refuses a reviewer, and an editor who brings a key", async () => {
    const input = { name: unique("roles"), baseUrl: "http://localhost:8000/v1" };
    await expect(createConnection(space.ctxWithRole("reviewer"), input)).rejects.toThrow("role editor");
    await expect(createConnection(space.ctxWithRole("editor"), { ...input, apiKey: key })).rejects.toThrow(
      "role admin",
    );
    await expect(createConnection(space.ctxWithRole("editor"), input)).resolves.toMatchObject({
      name: input.name,
    });
  });

  test.each([
    ["baseUrl", { baseUrl: "http://169.254.169.254/v1" }],
    ["maxConcurrency", { maxConcurrency: 0 }],
    ["timeoutSeconds", { timeoutSeconds: 1e9 }],
    ["apiKey", { apiKey: "a\r\nb" }],
    ["name", { name: "  " }],
  ])("names the wrong field %s", async (field, wrong) => {
    const input = { name: unique("wrong"), baseUrl: "http://localhost/v1", ...wrong };
    await expect(createConnection(space.ctx, input)).rejects.toMatchObject({
      code: "invalid",
      fields: { [field]: expect.any(String) },
    });
  });
});

describe("updateConnection", () => {
  const edit = (id: string, change: object = {}) => ({
    connectionId: id,
    name: unique("edited"),
    baseUrl: "https://a.example.test/v1",
    ...change,
  });

  test("an empty key keeps the stored one, a new one replaces it, removing removes it", async () => {
    const { id } = await withKey();
    const before = await stored(id);
    await updateConnection(space.ctx, edit(id));
    expect((await stored(id)).sealedKey).toBe(before.sealedKey);
    await updateConnection(space.ctx, edit(id, { apiKey: "sk-another-key-9999" }));
    expect((await stored(id)).keyHint).toBe("…9999");
    await updateConnection(space.ctx, edit(id, { removeKey: true }));
    expect(await stored(id)).toMatchObject({ sealedKey: null, keyHint: null });
  });

  test("a new base URL needs the key again, whoever asks; a slash at the end is not a new one", async () => {
    const { id } = await withKey();
    const moved = edit(id, { baseUrl: "https://b.example.test/v1" });
    await expect(updateConnection(space.ctx, moved)).rejects.toMatchObject({
      fields: { apiKey: expect.stringContaining("Enter the key again") },
    });
    await expect(updateConnection(space.ctxWithRole("editor"), moved)).rejects.toThrow("Enter the key again");
    await expect(
      updateConnection(space.ctxWithRole("editor"), { ...moved, removeKey: true }),
    ).rejects.toThrow("role admin");
    expect((await stored(id)).baseUrl).toBe("https://a.example.test/v1");
    await updateConnection(space.ctx, edit(id, { baseUrl: "https://a.example.test/v1/" }));
    await updateConnection(space.ctx, { ...moved, apiKey: key });
    expect(await stored(id)).toMatchObject({ baseUrl: "https://b.example.test/v1", keyHint: "…a1b2" });
  });

  test("a connection without a key may move freely", async () => {
    const { id } = await keyless();
    await updateConnection(space.ctxWithRole("editor"), edit(id, { baseUrl: "http://10.0.0.7:8000/v1" }));
    expect((await stored(id)).baseUrl).toBe("http://10.0.0.7:8000/v1");
  });

  test("refuses another workspace, an unknown id, a viewer and an archived connection", async () => {
    const { id } = await keyless();
    await expect(updateConnection(space.otherCtx, edit(id))).rejects.toMatchObject({ code: "not-found" });
    await expect(updateConnection(space.ctx, edit(newId()))).rejects.toMatchObject({ code: "not-found" });
    await expect(updateConnection(space.ctxWithRole("viewer"), edit(id))).rejects.toMatchObject({
      code: "forbidden",
    });
    await archiveConnection(space.ctx, { connectionId: id });
    await expect(updateConnection(space.ctx, edit(id))).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("archiveConnection", () => {
  test("is refused while a latest version uses it, with the name of the model", async () => {
    const { id } = await keyless();
    const next = await keyless();
    const model = await createModel(space.ctx, { name: unique("Router"), config: serverModel(id) });
    await expect(archiveConnection(space.ctx, { connectionId: id })).rejects.toThrow(
      `used by "${model.name}"`,
    );
    await updateModel(space.ctx, { modelId: model.id, name: model.name, config: serverModel(next.id) });
    await archiveConnection(space.ctx, { connectionId: id });
    expect((await getConnection(space.ctx, id)).archivedAt).not.toBeNull();

    await expect(
      createModel(space.ctx, { name: unique("Late"), config: serverModel(id) }),
    ).rejects.toMatchObject({
      code: "conflict",
      fields: { "config.connectionId": expect.stringContaining("is archived") },
    });
    await archiveModel(space.ctx, { modelId: model.id });
    await archiveConnection(space.ctx, { connectionId: next.id });
  });

  test("twice is once, and restoring brings it back", async () => {
    const { id } = await keyless();
    await archiveConnection(space.ctx, { connectionId: id });
    await archiveConnection(space.ctx, { connectionId: id });
    expect(await db().auditEvent.count({ where: { subjectId: id, action: "connection.archive" } })).toBe(1);
    await restoreConnection(space.ctx, { connectionId: id });
    expect((await getConnection(space.ctx, id)).archivedAt).toBeNull();
  });

  test("refuses another workspace and a reviewer", async () => {
    const { id } = await keyless();
    for (const verb of [archiveConnection, restoreConnection]) {
      await expect(verb(space.otherCtx, { connectionId: id })).rejects.toMatchObject({ code: "not-found" });
      await expect(verb(space.ctxWithRole("reviewer"), { connectionId: id })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });
});

describe("reading", () => {
  test("another workspace sees nothing", async () => {
    const { id } = await withKey();
    await expect(getConnection(space.otherCtx, id)).rejects.toMatchObject({ code: "not-found" });
    expect((await listConnections(space.otherCtx)).items.map((item) => item.id)).not.toContain(id);
  });

  test("pages through all, newest first, archived ones apart", async () => {
    const { ctx } = await createTestWorkspace();
    const ids: string[] = [];
    for (const name of ["a", "b", "c"]) {
      ids.unshift((await createConnection(ctx, { name, baseUrl: "http://localhost/v1" })).id);
    }
    const first = await listConnections(ctx, { limit: 2 });
    const second = await listConnections(ctx, { limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map((item) => item.id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
    await archiveConnection(ctx, { connectionId: ids[0] ?? "" });
    expect((await listConnections(ctx)).items).toHaveLength(2);
    expect((await listConnections(ctx, { archived: true })).items).toHaveLength(1);
  });
});
