import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { savePrice } from "#lib/models/prices/save-price.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { createEmbedder } from "./create-embedder.ts";
import { createPlainLimits } from "./plain-limits.ts";

let server: FakeModelServer;
let workspace: TestWorkspace;
let ctx: Context;
let connectionId: string;
const never = new AbortController().signal;
const model = "fake-embedding";

beforeAll(async () => {
  server = await startFakeModelServer();
});
afterAll(async () => await server.close());
beforeEach(async () => {
  server.setBehaviour({ kind: "answer" });
  workspace = await createTestWorkspace();
  ({ ctx } = workspace);
  ({ connectionId } = await serverModel(ctx, { baseUrl: server.baseUrl }));
});

const embed = async (texts: string[], by: Context = ctx) =>
  await createEmbedder(by, createPlainLimits(never), { pinned: {}, at: new Date() }).embed(
    { connectionId, model, texts },
    never,
  );

test("each text is embedded once, in order, also when the server sends them in another one", async () => {
  const before = server.requests();
  const result = await embed(["ab", "bc", "ab"]);
  expect(server.requests() - before).toBe(1);
  expect(server.lastBody()).toMatchObject({ input: ["ab", "bc"] });
  expect(result).toMatchObject({ type: "embedded", usage: { calls: 1, promptTokens: 4 } });
  if (result.type !== "embedded") return;
  expect(result.vectors.map((vector) => vector.slice(0, 3))).toEqual([
    [1, 1, 0],
    [0, 1, 1],
    [1, 1, 0],
  ]);
});

test("what was embedded before comes from the cache of the workspace and costs nothing; another workspace pays its own", async () => {
  const price = { providerModel: model, validFrom: "2026-01-01", inputPrice: 1_000_000, outputPrice: 0 };
  await savePrice(ctx, { ...price, cachedInputPrice: null });
  const first = await embed(["abc", "cba"]);
  expect(first.usage).toMatchObject({ calls: 1, promptTokens: 6, costMicroUsd: 6 });
  const before = server.requests();
  const again = await embed(["cba", "abc"]);
  expect(server.requests()).toBe(before);
  expect(again).toMatchObject({ type: "embedded", usage: { calls: 0, costMicroUsd: 0 } });
  const more = await embed(["abc", "xyz"]);
  expect(more.usage).toMatchObject({ calls: 1, promptTokens: 3, costMicroUsd: 3 });
  expect(await db().cachedEmbedding.count({ where: { workspaceId: ctx.workspaceId } })).toBe(3);

  const foreign = await embed(["abc"], workspace.otherCtx);
  expect(foreign).toMatchObject({ type: "failed", reason: /no connection|not/i, usage: { calls: 0 } });
});

test("a price that nobody entered is unknown, and not nothing", async () => {
  expect((await embed(["abc"])).usage).toMatchObject({ calls: 1, costMicroUsd: null });
});

test("many texts are sent in batches of 64", async () => {
  const texts = Array.from({ length: 130 }, (_, index) => `text ${"a".repeat(index)}`);
  const before = server.requests();
  const result = await embed(texts);
  expect(server.requests() - before).toBe(3);
  expect(result).toMatchObject({ type: "embedded", usage: { calls: 3 } });
});

test.each([
  ["a web page", { kind: "html-200" } as const],
  ["half of a JSON text", { kind: "malformed-json" } as const],
  ["too few vectors", { kind: "raw", contentType: "application/json", body: '{"data": []}' } as const],
  [
    "a vector that is none",
    { kind: "raw", contentType: "application/json", body: '{"data": [{"embedding": [null]}]}' } as const,
  ],
  ["a refusal", { kind: "status", code: 400, body: '{"error": {"message": "no such model"}}' } as const],
])("%s is a failure in words, and nothing is kept", async (_name, behaviour) => {
  server.setBehaviour(behaviour);
  const result = await embed(["abc"]);
  expect(result).toMatchObject({ type: "failed", reason: /could not be embedded/ });
  expect(await db().cachedEmbedding.count({ where: { workspaceId: ctx.workspaceId } })).toBe(0);
});
