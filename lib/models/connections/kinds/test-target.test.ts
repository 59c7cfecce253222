import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { vendorKinds } from "#lib/providers/vendors/vendors.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import type { OpenTarget } from "./build-called-provider.ts";
import { testTarget } from "./test-target.ts";

let server: FakeModelServer;
beforeAll(async () => {
  server = await startFakeModelServer({ models: ["b", "a", "b"] });
});
beforeEach(() => server.setBehaviour({ kind: "answer" }));
afterAll(() => server.close());

const target = (part: Partial<OpenTarget> = {}): OpenTarget => ({
  kind: "openai_compatible",
  baseUrl: server.baseUrl,
  settings: {},
  apiKey: null,
  secretHeaders: {},
  maxConcurrency: 1,
  timeoutSeconds: 5,
  ...part,
});

describe("a server", () => {
  it("is asked for its models and not for an answer", async () => {
    const before = server.requests();
    const result = await testTarget(target(), "");
    expect(result).toMatchObject({ ok: true, models: ["a", "b"], answer: null });
    expect(server.requests()).toBe(before);
  });

  it("is asked for an answer where a model is named", async () => {
    expect(await testTarget(target(), "a")).toMatchObject({ ok: true, answer: expect.stringMatching(/OK/) });
    server.setBehaviour({ kind: "status", code: 404, body: '{"error":{"message":"no model zz"}}' });
    expect(await testTarget(target(), "zz")).toMatchObject({
      ok: false,
      status: 404,
      message: expect.stringContaining("no model zz"),
    });
  });

  it("explains a page that is no API, and an address that is none", async () => {
    server.setBehaviour({ kind: "html-200" });
    expect(await testTarget(target(), "")).toMatchObject({
      ok: false,
      message: expect.stringContaining("Welcome to the proxy"),
    });
    expect(await testTarget(target({ baseUrl: "http://127.0.0.1:9/v1" }), "")).toMatchObject({
      ok: false,
      status: null,
      message: expect.stringMatching(/Nothing listens there/),
    });
  });
});

it.each(["openai_compatible", ...vendorKinds] as const)(
  "%s: a wrong key is told in the server's words",
  async (kind) => {
    const baseUrl = kind === "openai_compatible" ? server.baseUrl : server.baseUrlOf(kind);
    server.setBehaviour({ kind: "wrong-key", rightKey: "right-key" });
    const wrong = await testTarget(target({ kind, baseUrl, apiKey: "wrong-key-123" }), "");
    expect(wrong).toMatchObject({
      ok: false,
      status: 401,
      message: expect.stringContaining("Incorrect API key"),
    });
    expect(JSON.stringify(wrong)).not.toContain("wrong-key-123");
    const right = await testTarget(target({ kind, baseUrl, apiKey: "right-key" }), "a");
    expect(right).toMatchObject({ ok: true, models: ["a", "b"], answer: expect.stringMatching(/OK/) });
  },
);

it("a service is called with a sample in every field that its body names", async () => {
  const settings = {
    bodyTemplate: '{"model": "m", "messages": [{"role": "user", "content": "{{input.question}}"}]}',
    responsePath: "choices[0].message.content",
  };
  const baseUrl = `${server.baseUrl}/chat/completions`;
  expect(await testTarget(target({ kind: "http", baseUrl, settings }), "")).toMatchObject({
    ok: true,
    models: null,
    answer: "Answer with the word OK and nothing else.",
  });
});

it("a service that is asked by GET gets the sample in its address, and may not lead to the metadata service", async () => {
  const settings = { method: "GET", responsePath: "" };
  const asked: string[] = [];
  const own = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end("OK");
  });
  await new Promise<void>((resolve) => own.listen(0, "127.0.0.1", resolve));
  const address = own.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const baseUrl = `http://127.0.0.1:${port}/t/{{input.topic}}?q={{prompt}}&from={{metadata.from?}}`;
  expect(await testTarget(target({ kind: "http", baseUrl, settings }), "")).toMatchObject({
    ok: true,
    answer: "OK",
  });
  own.close();
  const sample = "Answer%20with%20the%20word%20OK%20and%20nothing%20else.";
  expect(asked).toEqual([`GET /t/${sample}?q=${sample}&from=${sample}`]);
  const metadata = { kind: "http" as const, baseUrl: "http://169.254.169.254/{{input}}", settings };
  await expect(testTarget(target(metadata), "")).rejects.toThrow(/metadata service/);
});

it("a program is refused where the installation does not allow them", async () => {
  const result = await testTarget(target({ kind: "command", baseUrl: "/bin/cat", settings: {} }), "");
  expect(result).toMatchObject({
    ok: false,
    message: expect.stringContaining("TOUCHSTONE_ALLOW_COMMANDS=1"),
  });
});
