import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { ServicesStopped } from "../services-stopped.ts";
import { createJudgeCaller } from "./create-judge-caller.ts";
import { createPlainLimits } from "./plain-limits.ts";

let server: FakeModelServer;
let ctx: Context;
let modelVersionId: string;
const never = new AbortController().signal;
const responseSchema = { type: "object", properties: { pass: { type: "boolean" } }, required: ["pass"] };
const messages = [{ role: "user" as const, content: "Is it right?" }];

beforeAll(async () => {
  server = await startFakeModelServer();
});
afterAll(async () => await server.close());
beforeEach(async () => {
  ({ ctx } = await createTestWorkspace());
  server.setBehaviour({ kind: "answer", answer: "it is right" });
  ({ versionId: modelVersionId } = await serverModel(ctx, { baseUrl: server.baseUrl }));
});

const caller = () => createJudgeCaller(ctx, createPlainLimits(never), { pinned: {}, at: new Date() });
const request = (repetition = 1) => ({ modelVersionId, messages, responseSchema, repetition });

test("asks for the schema, and tells model, tokens and cost exactly", async () => {
  const answer = await caller().ask(request(), never);
  expect(server.lastBody()).toMatchObject({
    messages,
    response_format: { type: "json_schema", json_schema: { schema: responseSchema, strict: true } },
  });
  expect(answer).toMatchObject({ type: "answered", text: "it is right", judge: /^Model .* v1$/ });
  // 3 tokens of prompt at 1, 3 of the answer at 2 micro-dollars.
  expect(answer.usage).toMatchObject({ calls: 1, promptTokens: 3, completionTokens: 3, costMicroUsd: 9 });
});

test("a server that refuses schemas is asked without from then on", async () => {
  server.setBehaviour({ kind: "answer", answer: "fine", refuseResponseFormat: true });
  const before = server.requests();
  const one = caller();
  expect(await one.ask(request(), never)).toMatchObject({
    type: "answered",
    text: "fine",
    usage: { calls: 1 },
  });
  expect(server.requests() - before).toBe(2);
  expect(await one.ask(request(), never)).toMatchObject({ type: "answered" });
  expect(server.requests() - before).toBe(3);
});

test("the judge's own parameters hold, without tools and stops, and each repetition has its own seed", async () => {
  const tools = [{ type: "function", function: { name: "look_up" } }];
  const parameters = { temperature: 0.3, seed: 40, stop: ["}"], tools, toolChoice: "required" };
  await db().modelVersion.update({ where: { id: modelVersionId }, data: { parameters } });
  await caller().ask(request(3), never);
  expect(server.lastBody()).toMatchObject({ temperature: 0.3, seed: 42 });
  for (const field of ["stop", "tools", "tool_choice"]) expect(server.lastBody()).not.toHaveProperty(field);
});

test("without a price or without counts the cost is unknown", async () => {
  await db().modelVersion.update({
    where: { id: modelVersionId },
    data: { inputPrice: null, outputPrice: null },
  });
  expect((await caller().ask(request(), never)).usage).toMatchObject({ promptTokens: 3, costMicroUsd: null });
  server.setBehaviour({ kind: "answer", usage: false });
  expect((await caller().ask(request(), never)).usage).toMatchObject({ calls: 1, promptTokens: null });
});

test("429 is waited for, and a server that fails for good is told in words after the tries that can help", async () => {
  server.setBehaviour({ kind: "rate-limit-storm", everyNth: 2, retryAfterMs: 10 });
  const one = caller();
  for (let call = 0; call < 4; call++)
    expect(await one.ask(request(), never)).toMatchObject({ type: "answered" });
  server.setBehaviour({ kind: "status", code: 400, body: '{"error": {"message": "context too long"}}' });
  const before = server.requests();
  const failed = await one.ask(request(), never);
  expect(failed).toMatchObject({
    type: "failed",
    reason: /context too long/,
    usage: { calls: 0, costMicroUsd: 0 },
  });
  expect(server.requests() - before).toBe(1);
});

test("a call that is stopped or aborted is no verdict", { timeout: 15_000 }, async () => {
  const halted = AbortSignal.abort();
  const stopped = createJudgeCaller(ctx, createPlainLimits(halted), { pinned: {}, at: new Date() });
  await expect(stopped.ask(request(), never)).rejects.toThrow(ServicesStopped);
  server.setBehaviour({ kind: "hang" });
  const abort = new AbortController();
  const asked = caller().ask(request(), abort.signal);
  setTimeout(() => abort.abort(), 200);
  await expect(asked).rejects.toThrow();
});
