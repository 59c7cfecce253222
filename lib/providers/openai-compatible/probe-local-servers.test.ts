import { expect, it } from "vitest";
import { startFakeModelServer } from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { probeLocalServers } from "./probe-local-servers.ts";

it("finds the local servers that answer in time", async () => {
  const server = await startFakeModelServer({ models: ["b", "a", "b"] });
  const running = { name: "running", baseUrl: server.baseUrl, howToStart: "" };
  const missing = { name: "missing", baseUrl: "http://127.0.0.1:9/v1", howToStart: "" };
  const found = await probeLocalServers([missing, running], { timeoutMs: 2000 });
  expect(found).toEqual([{ ...running, models: ["a", "b"] }]);
  server.setBehaviour({ kind: "hang" });
  expect(await probeLocalServers([running], { timeoutMs: 100 })).toEqual([]);
  await server.close();
});
