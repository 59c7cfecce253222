import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { db } from "#lib/db/database.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { createTestWorkspace } from "#lib/testing/test-workspace.ts";
import { createModel } from "../create-model.ts";
import { openProvider } from "../open-provider.ts";
import { createConnection } from "./create-connection.ts";
import { getConnection } from "./get-connection.ts";
import { testConnection } from "./test-connection.ts";
import { updateConnection } from "./update-connection.ts";

let server: FakeModelServer;
let ctx: Context;
let editor: Context;

beforeAll(async () => {
  server = await startFakeModelServer();
  const space = await createTestWorkspace();
  ctx = space.ctx;
  editor = space.ctxWithRole("editor");
});
afterAll(() => server.close());

const settings = {
  bodyTemplate: '{"model": "{{model}}", "messages": "{{messages}}"}',
  responsePath: "choices[0].message.content",
};
let count = 0;
const service = (secretHeaders: { name: string; value: string }[] = []) => {
  count += 1;
  const baseUrl = `${server.baseUrl}/chat/completions`;
  return { name: `Service ${count}`, kind: "http" as const, baseUrl, settings, secretHeaders };
};

async function answerOver(connectionId: string): Promise<string> {
  count += 1;
  const { versionId } = await createModel(ctx, {
    name: `Model ${count}`,
    config: {
      provider: "connection",
      connectionId,
      providerModel: "agent",
      messages: [{ role: "user", content: "{{input}}" }],
    },
  });
  const provider = await openProvider(ctx, versionId);
  const request = {
    messages: [{ role: "user" as const, content: "hello" }],
    input: "hello",
    caseKey: "c",
    repetition: 1,
    parameters: {},
  };
  return (await provider.answer(request, new AbortController().signal)).output;
}

describe("a service", () => {
  test("is called with its sealed headers, which no page gets", async () => {
    const { id } = await createConnection(ctx, service([{ name: "X-Token", value: "hidden-token" }]));
    expect(await answerOver(id)).toBe("hello");
    expect(server.lastHeaders()["x-token"]).toBe("hidden-token");
    expect(server.lastBody()).toMatchObject({ model: "agent" });
    const shown = await getConnection(ctx, id);
    expect(shown.settings).toMatchObject({ secretHeaderNames: ["X-Token"] });
    const row = await db().connection.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(shown) + JSON.stringify(row)).not.toContain("hidden-token");
  });

  test("keeps a secret that is left empty, and never sends it to another address", async () => {
    const input = service([{ name: "X-Token", value: "hidden-token" }]);
    const { id } = await createConnection(ctx, input);
    const kept = { ...input, connectionId: id, secretHeaders: [{ name: "X-Token", value: "" }] };
    await updateConnection(editor, { ...kept, settings: { ...settings, method: "POST" } });
    await answerOver(id);
    expect(server.lastHeaders()["x-token"]).toBe("hidden-token");
    const elsewhere = { ...kept, baseUrl: "https://elsewhere.test/x" };
    await expect(updateConnection(ctx, elsewhere)).rejects.toThrow(/Enter the value of the secret header/);
    await expect(testConnection(ctx, elsewhere)).rejects.toThrow(/Enter the value of the secret header/);
    await updateConnection(ctx, { ...kept, secretHeaders: [] });
    expect(await db().connection.findUniqueOrThrow({ where: { id } })).toMatchObject({ sealedHeaders: null });
  });

  test("gets secrets from an admin only", async () => {
    const secret = service([{ name: "X-Token", value: "v" }]);
    await expect(createConnection(editor, secret)).rejects.toMatchObject({ code: "forbidden" });
    const { id } = await createConnection(ctx, secret);
    const removed = { ...secret, connectionId: id, secretHeaders: [] };
    await expect(updateConnection(editor, removed)).rejects.toMatchObject({ code: "forbidden" });
  });

  test.each([
    [{ settings: { bodyTemplate: "{" } }, "settings.bodyTemplate"],
    [{ settings: { responsePath: "a..b" } }, "settings.responsePath"],
    [{ settings: { headers: [{ name: "Host", value: "x" }] } }, "settings.headers.0.name"],
    [{ settings: { unknown: 1 } }, "settings"],
    [{ baseUrl: "http://169.254.169.254/latest" }, "baseUrl"],
    [{ baseUrl: "https://user:pw@x.test/" }, "baseUrl"],
    [{ baseUrl: "https://{{input}}.x.test/" }, "baseUrl"],
    [{ baseUrl: "http://169.254.169.254/{{input}}" }, "baseUrl"],
    [{ baseUrl: "https://x.test/{{question}}" }, "baseUrl"],
    [{ settings: { method: "DELETE" } }, "settings.method"],
  ])("refuses %j", async (part, field) => {
    const refused = createConnection(ctx, { ...service(), ...part });
    await expect(refused).rejects.toMatchObject({ fields: { [field]: expect.any(String) } });
  });
});

describe("a vendor", () => {
  test("has its own address, and needs a key that only an admin may enter", async () => {
    const input = { name: "Claude", kind: "anthropic" as const };
    await expect(createConnection(ctx, input)).rejects.toMatchObject({
      fields: { apiKey: expect.any(String) },
    });
    await expect(createConnection(editor, { ...input, apiKey: "sk-ant-1" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const { id } = await createConnection(ctx, { ...input, apiKey: "sk-ant-123456" });
    expect(await getConnection(ctx, id)).toMatchObject({
      baseUrl: "https://api.anthropic.com/v1",
      kind: "anthropic",
    });
    const removed = { ...input, connectionId: id, removeKey: true };
    await expect(updateConnection(ctx, removed)).rejects.toMatchObject({
      fields: { apiKey: expect.any(String) },
    });
  });

  test("answers in its own protocol", async () => {
    const baseUrl = server.baseUrlOf("anthropic");
    const { id } = await createConnection(ctx, {
      name: "Proxy",
      kind: "anthropic",
      baseUrl,
      apiKey: "sk-ant-123456",
      requestsPerMinute: 50,
      tokensPerMinute: 10_000,
    });
    expect(await answerOver(id)).toBe("hello");
    expect(server.lastHeaders()["x-api-key"]).toBe("sk-ant-123456");
    expect(await getConnection(ctx, id)).toMatchObject({ requestsPerMinute: 50, tokensPerMinute: 10_000 });
  });

  test("keeps its kind", async () => {
    const { id } = await createConnection(ctx, { name: "Kept", kind: "mistral", apiKey: "key-123456" });
    const changed = { connectionId: id, name: "Kept", kind: "openai" as const, apiKey: "key-123456" };
    await expect(updateConnection(ctx, changed)).rejects.toMatchObject({
      fields: { kind: expect.any(String) },
    });
  });
});

test("a program is refused while commands are switched off, and to everybody but admins", async () => {
  const program = { name: "Program", kind: "command" as const, baseUrl: "/bin/cat" };
  await expect(createConnection(ctx, program)).rejects.toThrow(/TOUCHSTONE_ALLOW_COMMANDS=1/);
  await expect(createConnection(editor, program)).rejects.toMatchObject({ code: "forbidden" });
});
