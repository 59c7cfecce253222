import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createModel } from "#lib/models/create-model.ts";
import { serverModel } from "#lib/testing/factories/server-model.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { createGrader } from "../create-grader.ts";
import { graderKind } from "../registry.ts";
import { createSigningSecret, openSigningSecret } from "../services/webhooks/signing-secrets.ts";
import { tryGrader } from "../trying/try-grader.ts";
import { updateGrader } from "../update-grader.ts";

let server: FakeModelServer;
let workspace: TestWorkspace;
let ctx: Context;

beforeAll(async () => {
  server = await startFakeModelServer();
  workspace = await createTestWorkspace();
  ({ ctx } = workspace);
});
afterAll(async () => await server.close());

const configOf = (kind: string, changes: Record<string, unknown>) => ({
  ...Object(graderKind(kind).defaults),
  ...changes,
});
const save = async (by: Context, kind: string, changes: Record<string, unknown>) =>
  await createGrader(by, { name: `Grader ${newId()}`, kind, config: configOf(kind, changes) });

test("what somebody must choose is asked for by its field", async () => {
  await expect(createGrader(ctx, { name: newId(), kind: "judge-rubric" })).rejects.toMatchObject({
    code: "invalid",
    fields: { "config.judges": expect.stringMatching(/Choose the model/) },
  });
  await expect(createGrader(ctx, { name: newId(), kind: "webhook" })).rejects.toThrow(/address to post to/);
});

test("a judge, a connection and a secret of another workspace are refused on save, on change and on trying", async () => {
  const own = await serverModel(ctx, { baseUrl: server.baseUrl });
  const foreign = await serverModel(workspace.otherCtx, { baseUrl: server.baseUrl });
  const secret = await createSigningSecret(workspace.otherCtx);
  const url = "http://127.0.0.1:9/grade";
  const judge = "judge-rubric";
  await expect(save(ctx, judge, { judges: [foreign.versionId] })).rejects.toThrow(
    /not exist in this workspace/,
  );
  await expect(
    save(ctx, "embedding-similarity", { connectionId: foreign.connectionId, model: "m" }),
  ).rejects.toThrow(/not exist in this workspace/);
  await expect(save(ctx, "webhook", { url, secretId: secret.id })).rejects.toThrow(/secret does not exist/);
  await expect(openSigningSecret(ctx, secret.id)).rejects.toThrow(/not exist in this workspace/);

  const { id: graderId } = await save(ctx, judge, { judges: [own.versionId] });
  const content = {
    kind: judge,
    config: configOf(judge, { judges: [foreign.versionId] }),
    direction: "higher" as const,
    threshold: 1,
    weight: 1,
    critical: false,
  };
  await expect(updateGrader(ctx, { graderId, basedOn: 1, content })).rejects.toThrow(
    /not exist in this workspace/,
  );
  const on = { type: "example" as const, input: "?", expected: null, output: "x" };
  const { weight: _weight, critical: _critical, ...grader } = content;
  await expect(tryGrader(ctx, { grader, on })).rejects.toThrow(/not exist in this workspace/);
});

test("a model that calls no server cannot judge", async () => {
  const builtIn = await createModel(ctx, {
    name: newId(),
    config: { provider: "built_in", builtInKind: "lead-n" },
  });
  await expect(save(ctx, "judge-rubric", { judges: [builtIn.versionId] })).rejects.toThrow(/cannot judge/);
});

test("trying a judge is an editor's, and shows verdict, cost and prompt", async () => {
  const judge = await serverModel(ctx, { baseUrl: server.baseUrl });
  server.setBehaviour({ kind: "answer", answer: '{"reason": "Right.", "pass": true}' });
  const config = configOf("judge-rubric", { judges: [judge.versionId] });
  const grader = { kind: "judge-rubric", config, direction: "higher" as const, threshold: 1 };
  const on = { type: "example" as const, input: "Capital?", expected: "Lisbon", output: "Lisbon" };
  await expect(tryGrader(workspace.ctxWithRole("reviewer"), { grader, on })).rejects.toThrow(/role editor/);
  const [tried] = await tryGrader(workspace.ctxWithRole("editor"), { grader, on });
  expect(tried?.graded).toMatchObject({ status: "scored", passed: true, reason: /Correct is met: Right\./ });
  expect(tried?.graded.usage).toMatchObject({ calls: 1, costMicroUsd: expect.any(Number) });
  expect(JSON.stringify(tried?.graded.detail)).toContain("<<<ANSWER");
});

test("a secret is made by an editor, and is readable once", async () => {
  await expect(createSigningSecret(workspace.ctxWithRole("reviewer"))).rejects.toThrow(/role editor/);
  const made = await createSigningSecret(ctx);
  expect(made.secret).toMatch(/^tsk_/);
  expect(await openSigningSecret(ctx, made.id)).toBe(made.secret);
});
