import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { probeLocalServers } from "./probe-local-servers.ts";
import { testConnection } from "./test-connection.ts";

let server: FakeModelServer;
beforeAll(async () => {
  server = await startFakeModelServer({ models: ["b", "a", "b"] });
});
beforeEach(() => server.setBehaviour({ kind: "answer" }));
afterAll(() => server.close());

it("lists the models without asking one for an answer", async () => {
  const before = server.requests();
  const result = await testConnection({ baseUrl: server.baseUrl });
  expect(result).toMatchObject({ ok: true, models: ["a", "b"] });
  expect(server.requests()).toBe(before);
});

it("asks the named model for an answer", async () => {
  expect(await testConnection({ baseUrl: server.baseUrl, model: "a" })).toMatchObject({ ok: true });
  server.setBehaviour({ kind: "status", code: 404, body: '{"error":{"message":"no model zz"}}' });
  expect(await testConnection({ baseUrl: server.baseUrl, model: "zz" })).toMatchObject({
    ok: false,
    status: 404,
    message: expect.stringContaining("no model zz"),
  });
});

it("hands back the server's own words about a wrong key, without the key", async () => {
  server.setBehaviour({ kind: "wrong-key", rightKey: "right-key" });
  const result = await testConnection({ baseUrl: server.baseUrl, apiKey: "wrong-key-123" });
  expect(result).toMatchObject({
    ok: false,
    status: 401,
    message: expect.stringContaining("Incorrect API key"),
  });
  expect(JSON.stringify(result)).not.toContain("wrong-key-123");
  expect(await testConnection({ baseUrl: server.baseUrl, apiKey: "right-key", model: "a" })).toMatchObject({
    ok: true,
  });
});

it("explains a page that is no API", async () => {
  server.setBehaviour({ kind: "html-200" });
  expect(await testConnection({ baseUrl: server.baseUrl })).toMatchObject({
    ok: false,
    message: expect.stringContaining("Welcome to the proxy"),
  });
});

it("never rejects, not even for an address that is none", async () => {
  expect(await testConnection({ baseUrl: "nonsense" })).toMatchObject({
    ok: false,
    status: null,
    message: expect.stringContaining("http://"),
  });
});

it("finds the local servers that answer in time", async () => {
  const running = { name: "running", baseUrl: server.baseUrl, howToStart: "" };
  const missing = { name: "missing", baseUrl: "http://127.0.0.1:9/v1", howToStart: "" };
  const found = await probeLocalServers([missing, running], { timeoutMs: 2000 });
  expect(found).toEqual([{ ...running, models: ["a", "b"] }]);
  server.setBehaviour({ kind: "hang" });
  expect(await probeLocalServers([running], { timeoutMs: 100 })).toEqual([]);
});
