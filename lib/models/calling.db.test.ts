import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { createConnection } from "./connections/create-connection.ts";
import { listLocalServers } from "./connections/list-local-servers.ts";
import { listServerModels } from "./connections/list-server-models.ts";
import { testConnection } from "./connections/test-connection.ts";
import { updateConnection } from "./connections/update-connection.ts";
import { createModel } from "./create-model.ts";
import { closeProviders, openProvider } from "./open-provider.ts";
import { tryModel } from "./try-model.ts";

const key = "sk-test-0123456789abcdefa1b2";
let space: TestWorkspace;
let server: FakeModelServer;

beforeAll(async () => {
  [space, server] = await Promise.all([createTestWorkspace(), startFakeModelServer()]);
});
afterAll(async () => {
  await closeProviders();
  await server.close();
});

const unique = (name: string) => `${name} ${newId()}`;
const keyed = () =>
  createConnection(space.ctx, { name: unique("Fake"), baseUrl: server.baseUrl, apiKey: key });
const config = (connectionId: string, change: object = {}) => ({
  provider: "connection" as const,
  connectionId,
  providerModel: "fake-small",
  messages: [{ role: "user" as const, content: "Echo {{input.text}}" }],
  inputPrice: 1_000_000,
  outputPrice: 2_000_000,
  ...change,
});
const ask = {
  messages: [{ role: "user" as const, content: "hello" }],
  input: "hello",
  parameters: {},
  caseKey: "c",
  repetition: 1,
};
const never = () => new AbortController().signal;

/** A dataset version whose cases say which label goes with which word. */
async function trainingVersion(): Promise<string> {
  const { workspaceId } = space.ctx;
  const [datasetId, versionId] = [newId(), newId()];
  const examples = [
    ["card lost", "card", "tuning"],
    ["card stolen", "card", "tuning"],
    ["refund please", "refund", "tuning"],
    ["card refund", "secret", "held_out"],
  ] as const;
  await db().dataset.create({ data: { id: datasetId, workspaceId, name: unique("Training") } });
  await db().datasetVersion.create({
    data: { id: versionId, workspaceId, datasetId, number: 1, note: "", caseCount: 4, publishedBy: "x" },
  });
  for (const [index, [text, label, split]] of examples.entries()) {
    const shared = { workspaceId, datasetId, key: `k${index}`, position: index + 1 };
    const caseId = newId();
    await db().case.create({ data: { ...shared, id: caseId } });
    const content = { input: { text }, expected: label, tags: [], split, metadata: {}, contentHash: "x" };
    const life = { isHead: true, firstVersion: 1, createdBy: "x" };
    await db().caseRevision.create({ data: { ...shared, ...content, ...life, id: newId(), caseId } });
  }
  return versionId;
}

describe("testConnection", () => {
  test("lists the models of a server that answers, and asks the named model for an answer", async () => {
    server.setBehaviour({ kind: "answer" });
    const plain = await testConnection(space.ctx, { baseUrl: server.baseUrl });
    expect(plain).toMatchObject({ ok: true, models: ["fake-large", "fake-small"] });
    const before = server.requests();
    await testConnection(space.ctxWithRole("editor"), { baseUrl: server.baseUrl, model: "fake-small" });
    expect(server.requests()).toBe(before + 1);
  });

  test("shows the server's own error, without the key", async () => {
    server.setBehaviour({ kind: "wrong-key", rightKey: "another" });
    const failed = await testConnection(space.ctx, { baseUrl: server.baseUrl, apiKey: key });
    expect(failed).toMatchObject({ ok: false, status: 401 });
    expect(failed).toMatchObject({ message: expect.stringContaining("Incorrect API key provided") });
    expect(JSON.stringify(failed)).not.toContain(key);
  });

  test("uses the stored key for its own address and for no other", async () => {
    const { id } = await keyed();
    server.setBehaviour({ kind: "wrong-key", rightKey: key });
    expect(await testConnection(space.ctx, { connectionId: id, baseUrl: server.baseUrl })).toMatchObject({
      ok: true,
    });
    const other = await startFakeModelServer({ behaviour: { kind: "wrong-key", rightKey: key } });
    const refused = await testConnection(space.ctx, { connectionId: id, baseUrl: other.baseUrl });
    expect(refused).toMatchObject({ ok: false, message: expect.stringContaining("none") });
    await other.close();
  });

  test.each([
    ["html", { kind: "html-200" as const }],
    ["an error", { kind: "status" as const, code: 500, body: "kaputt" }],
  ])("%s instead of an answer is told in a sentence", async (_name, behaviour) => {
    server.setBehaviour(behaviour);
    const failed = await testConnection(space.ctx, { baseUrl: server.baseUrl, model: "fake-small" });
    expect(failed).toMatchObject({ ok: false, message: expect.stringMatching(/\w+ .+\./) });
  });

  test("an unreachable server is told in a sentence", async () => {
    const gone = await startFakeModelServer();
    await gone.close();
    const failed = await testConnection(space.ctx, { baseUrl: gone.baseUrl });
    expect(failed).toMatchObject({ ok: false, status: null, message: expect.stringMatching(/\w+ .+\./) });
  });

  test("refuses a metadata address, a reviewer, and another workspace's connection", async () => {
    const metadata = testConnection(space.ctx, { baseUrl: "http://169.254.169.254/v1" });
    await expect(metadata).rejects.toMatchObject({ code: "invalid" });
    const input = { baseUrl: server.baseUrl };
    await expect(testConnection(space.ctxWithRole("reviewer"), input)).rejects.toMatchObject({
      code: "forbidden",
    });
    const { id } = await keyed();
    await expect(testConnection(space.otherCtx, { ...input, connectionId: id })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("listServerModels", () => {
  test("asks with the stored key, and turns a refusal into a sentence", async () => {
    const { id, name } = await keyed();
    server.setBehaviour({ kind: "wrong-key", rightKey: key });
    expect(await listServerModels(space.ctx, { connectionId: id })).toEqual(["fake-large", "fake-small"]);
    server.setBehaviour({ kind: "wrong-key", rightKey: "another" });
    await expect(listServerModels(space.ctx, { connectionId: id })).rejects.toThrow(
      `"${name}" did not list its models.`,
    );
    await expect(listServerModels(space.otherCtx, { connectionId: id })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(listServerModels(space.ctxWithRole("viewer"), { connectionId: id })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("listLocalServers", () => {
  test("finds those that answer, silent ones take no longer than the time-out, and known ones are marked", async () => {
    const silent = await startFakeModelServer({ behaviour: { kind: "hang" } });
    server.setBehaviour({ kind: "answer" });
    const list = [
      { name: "Silent", baseUrl: silent.baseUrl, howToStart: "" },
      { name: "Fake", baseUrl: server.baseUrl, howToStart: "" },
    ];
    const { ctx, ctxWithRole } = await createTestWorkspace();
    const found = { name: "Fake", baseUrl: server.baseUrl, models: ["fake-large", "fake-small"] };
    expect(await listLocalServers(ctx, list)).toEqual([{ ...found, connectionId: null }]);
    const { id } = await createConnection(ctx, {
      name: "Known",
      baseUrl: server.baseUrl.replace("127.0.0.1", "localhost"),
    });
    expect(await listLocalServers(ctx, list)).toEqual([{ ...found, connectionId: id }]);
    await expect(listLocalServers(ctxWithRole("reviewer"), list)).rejects.toMatchObject({
      code: "forbidden",
    });
    await silent.close();
  });
});

describe("openProvider", () => {
  test("calls the server with the unsealed key and the version's model id", async () => {
    const { id } = await keyed();
    const { versionId } = await createModel(space.ctx, { name: unique("Called"), config: config(id) });
    server.setBehaviour({ kind: "wrong-key", rightKey: key });
    const provider = await openProvider(space.ctx, versionId);
    expect((await provider.answer(ask, never())).output).toContain("hello");
    expect(server.lastHeaders().authorization).toBe(`Bearer ${key}`);
    expect(server.lastBody()).toMatchObject({ model: "fake-small" });
  });

  test("is shared by callers, outlives one of them, and follows a new key", async () => {
    const { id, name } = await keyed();
    const { versionId } = await createModel(space.ctx, { name: unique("Shared"), config: config(id) });
    server.setBehaviour({ kind: "answer" });
    const [one, two] = await Promise.all([
      openProvider(space.ctx, versionId),
      openProvider(space.ctx, versionId),
    ]);
    await one.answer(ask, never());
    await one.close();
    expect((await two.answer(ask, never())).output).toContain("hello");

    await updateConnection(space.ctx, {
      connectionId: id,
      name,
      baseUrl: server.baseUrl,
      apiKey: "sk-new-key-4242",
    });
    await (await openProvider(space.ctx, versionId)).answer(ask, never());
    expect(server.lastHeaders().authorization).toBe("Bearer sk-new-key-4242");
  });

  test("trains a baseline on the chosen splits of its version only", async () => {
    const trainingVersionId = await trainingVersion();
    const { versionId } = await createModel(space.ctx, {
      name: unique("Bayes"),
      config: {
        provider: "built_in",
        builtInKind: "naive-bayes",
        trainingVersionId,
        trainingSplits: ["tuning"],
      },
    });
    const provider = await openProvider(space.ctx, versionId);
    const outputOf = async (text: string) =>
      (await provider.answer({ ...ask, input: { text } }, never())).output;
    expect(await outputOf("my card is lost")).toBe("card");
    expect(await outputOf("a refund")).toBe("refund");
    expect(await outputOf("card refund")).not.toBe("secret");
  });

  test("refuses another workspace, also after it was opened", async () => {
    const { id } = await keyed();
    const { versionId } = await createModel(space.ctx, { name: unique("Own"), config: config(id) });
    await openProvider(space.ctx, versionId);
    await expect(openProvider(space.otherCtx, versionId)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("tryModel", () => {
  const values = { input: { text: "one two three" } };

  test("gives prompt, answer, tokens and cost of a draft, and stores nothing", async () => {
    server.setBehaviour({ kind: "answer", answer: "fine" });
    const { id } = await keyed();
    const before = await db().modelVersion.count();
    const trial = await tryModel(space.ctxWithRole("editor"), { config: config(id), ...values });
    expect(trial).toMatchObject({
      ok: true,
      prompt: [{ role: "user", content: "Echo one two three" }],
      answer: { output: "fine", latencyMs: expect.any(Number) },
      costMicroUsd: expect.any(Number),
    });
    expect(await db().modelVersion.count()).toBe(before);
    const unpriced = await tryModel(space.ctx, { config: config(id, { outputPrice: null }), ...values });
    expect(unpriced).toMatchObject({ ok: true, costMicroUsd: null });
  });

  test("a built-in model answers at no cost", async () => {
    const lead = {
      provider: "built_in" as const,
      builtInKind: "lead-n",
      builtInConfig: { unit: "words", count: 2 },
    };
    expect(await tryModel(space.ctx, { config: lead, ...values })).toMatchObject({
      ok: true,
      answer: { output: "one two" },
      costMicroUsd: 0,
    });
  });

  test("a failing server and a missing field are told in a sentence", async () => {
    const { id } = await keyed();
    server.setBehaviour({ kind: "status", code: 400, body: '{"error":{"message":"no such model"}}' });
    expect(await tryModel(space.ctx, { config: config(id), ...values })).toMatchObject({
      ok: false,
      message: expect.stringContaining("no such model"),
    });
    expect(await tryModel(space.ctx, { config: config(id), input: { txt: "x" } })).toMatchObject({
      ok: false,
      message: expect.stringContaining("{{input.text}}"),
    });
  });

  test("refuses another workspace's connection, and a reviewer", async () => {
    const { id } = await keyed();
    const input = { config: config(id), ...values };
    await expect(tryModel(space.otherCtx, input)).rejects.toMatchObject({ code: "not-found" });
    await expect(tryModel(space.ctxWithRole("reviewer"), input)).rejects.toMatchObject({ code: "forbidden" });
  });
});
