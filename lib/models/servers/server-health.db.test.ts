import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { afterEach, beforeAll, expect, test } from "vitest";
import { db } from "#lib/db/database.ts";
import { newId } from "#lib/ids/new-id.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import { sealConnectionKey } from "../connections/connection-key.ts";
import { fetchServerMetrics } from "./fetch-server-metrics.ts";
import { getServerHealth, rateBetween } from "./get-server-health.ts";

const metrics =
  'vllm:num_requests_running{model_name="m"} 4.0\nvllm:num_requests_waiting{model_name="m"} 1.0\n';
const text = { "content-type": "text/plain; version=0.0.4" };

let workspace: TestWorkspace;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  workspace = await createTestWorkspace();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(answer: RequestListener) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { origin: `http://127.0.0.1:${address.port}`, requests };
}

async function connectionTo(baseUrl: string, over: { apiKey?: string; kind?: "http" } = {}): Promise<string> {
  const id = newId();
  await db().connection.create({
    data: {
      id,
      workspaceId: workspace.ctx.workspaceId,
      name: `Server ${id}`,
      baseUrl,
      kind: over.kind ?? "openai_compatible",
      ...sealConnectionKey(over.apiKey ?? "", id),
    },
  });
  return id;
}

test("asks /metrics of the server's own origin, with the key, once for many who look", async () => {
  const { origin, requests } = await serve((_request, response) =>
    response.writeHead(200, text).end(metrics),
  );
  const connectionId = await connectionTo(`${origin}/v1`, { apiKey: "key-of-this-server" });
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => getServerHealth(workspace.ctx, { connectionId })),
  );
  for (const answer of answers) {
    expect(answer).toEqual({
      software: "vLLM",
      running: 4,
      waiting: 1,
      kvCacheUsage: null,
      tokensPerSecond: null,
    });
  }
  expect(requests).toHaveLength(1);
  expect(requests[0]?.url).toBe("/metrics");
  expect(requests[0]?.headers.authorization).toBe("Bearer key-of-this-server");
  await expect(getServerHealth(workspace.otherCtx, { connectionId })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("tells nothing about other kinds of connections, and asks nobody", async () => {
  const { origin, requests } = await serve((_request, response) =>
    response.writeHead(200, text).end(metrics),
  );
  const connectionId = await connectionTo(origin, { kind: "http" });
  expect(await getServerHealth(workspace.ctx, { connectionId })).toBeNull();
  expect(requests).toHaveLength(0);
});

test("a redirect is not followed, so the key stays where it belongs", async () => {
  const other = await serve((_request, response) => response.writeHead(200, text).end(metrics));
  const { origin } = await serve((_request, response) =>
    response.writeHead(302, { location: `${other.origin}/metrics` }).end(),
  );
  expect(await fetchServerMetrics({ baseUrl: origin, apiKey: "secret" })).toBeNull();
  expect(other.requests).toHaveLength(0);
});

test.each<[name: string, answer: RequestListener]>([
  ["not found", (_request, response) => response.writeHead(404, text).end(metrics)],
  ["a page", (_request, response) => response.writeHead(200, { "content-type": "text/html" }).end(metrics)],
  ["two megabytes", (_request, response) => response.writeHead(200, text).end("a 1\n".repeat(500_000))],
  ["no answer", () => undefined],
  ["an answer that never ends", (_request, response) => response.writeHead(200, text).write(metrics)],
])("%s is no metrics, within the time limit", async (_name, answer) => {
  const { origin } = await serve(answer);
  const startedAt = performance.now();
  expect(await fetchServerMetrics({ baseUrl: `${origin}/v1`, apiKey: null })).toBeNull();
  expect(performance.now() - startedAt).toBeLessThan(8_000);
});

test("the metadata service of the machine is not asked", async () => {
  const startedAt = performance.now();
  expect(await fetchServerMetrics({ baseUrl: "http://169.254.169.254/v1", apiKey: "x" })).toBeNull();
  expect(performance.now() - startedAt).toBeLessThan(1_500);
});

test.each([
  [null, { atMs: 0, tokens: 5 }, null],
  [{ atMs: 0, tokens: 5 }, { atMs: 2_000, tokens: 205 }, 100],
  [{ atMs: 0, tokens: 500 }, { atMs: 2_000, tokens: 5 }, null],
  [{ atMs: 0, tokens: 5 }, { atMs: 100, tokens: 6 }, null],
  [{ atMs: 0, tokens: 5 }, { atMs: 90_000, tokens: 6 }, null],
])("tokens a second from %j to %j: %j", (before, after, rate) => {
  expect(rateBetween(before, after)).toBe(rate);
});
