import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { createTestWorkspace, type TestWorkspace } from "#lib/testing/test-workspace.ts";
import type { WebhookResult } from "../webhook-caller.ts";
import { createWebhookCaller } from "./create-webhook-caller.ts";
import { createSigningSecret } from "./signing-secrets.ts";

type Answer = { status?: number; body?: string; headers?: Record<string, string> } | "hang" | "reset";
type Received = { body: string; headers: IncomingMessage["headers"] };

let server: Server;
let url: string;
let answers: Answer[];
let received: Received[];
let workspace: TestWorkspace;
let ctx: Context;
const never = new AbortController().signal;
const pass = { body: '{"pass": true, "reason": "fine"}' };

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ body: Buffer.concat(chunks).toString("utf8"), headers: request.headers });
      send(response, answers.shift() ?? pass);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/grade?team=a`;
  workspace = await createTestWorkspace();
  ({ ctx } = workspace);
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  answers = [];
  received = [];
});

function send(response: ServerResponse, answer: Answer): void {
  if (answer === "hang") return;
  if (answer === "reset") return void response.destroy();
  response
    .writeHead(answer.status ?? 200, { "content-type": "application/json", ...answer.headers })
    .end(answer.body);
}

const post = async (
  changes: Partial<Parameters<ReturnType<typeof createWebhookCaller>["post"]>[0]> = {},
): Promise<WebhookResult> =>
  await createWebhookCaller(ctx, { halted: never }).post(
    { url, secretId: null, timeoutMs: 2_000, body: { output: "x" }, ...changes },
    never,
  );

test("posts JSON, unsigned without a secret, and gives back what is said", async () => {
  expect(await post()).toEqual({ type: "answered", body: { pass: true, reason: "fine" } });
  expect(received[0]?.body).toBe('{"output":"x"}');
  expect(received[0]?.headers["content-type"]).toBe("application/json");
  expect(received[0]?.headers["touchstone-signature"]).toBeUndefined();
});

test("signs time and body with the secret, and a secret of another workspace is refused", async () => {
  const { id, secret } = await createSigningSecret(ctx);
  await post({ secretId: id });
  const [, seconds = "", signature] =
    /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(received[0]?.headers["touchstone-signature"])) ?? [];
  expect(Math.abs(Number(seconds) - Date.now() / 1_000)).toBeLessThan(60);
  const expected = createHmac("sha256", secret).update(`${seconds}.${received[0]?.body}`).digest("hex");
  expect(signature).toBe(expected);

  const foreign = await createSigningSecret(workspace.otherCtx);
  expect(await post({ secretId: foreign.id })).toMatchObject({
    type: "failed",
    reason: /not exist in this workspace/,
  });
  expect(received).toHaveLength(1);
});

test("tries again after 429, 5xx and a broken connection, four times in all", {
  timeout: 30_000,
}, async () => {
  answers = [
    { status: 429, headers: { "retry-after": "0" }, body: "{}" },
    { status: 503, body: "{}" },
    "reset",
    pass,
  ];
  expect(await post()).toMatchObject({ type: "answered" });
  expect(received).toHaveLength(4);
  answers = Array.from({ length: 4 }, () => ({ status: 500, body: '{"error": "boom"}' }));
  expect(await post()).toMatchObject({ type: "failed", reason: /status 500.*boom/ });
  expect(received).toHaveLength(8);
});

test.each<[string, Answer, RegExp]>([
  ["a refusal", { status: 400, body: '{"error": "no"}' }, /status 400/],
  ["a redirect", { status: 302, headers: { location: "http://169.254.169.254/" } }, /status 302/],
  ["no JSON", { body: "<html>" }, /not JSON/],
  [
    "more than 100 kB",
    { body: JSON.stringify({ reason: "x".repeat(200_000) }) },
    /too long|more than|longer/i,
  ],
])("%s is told once", async (_name, answer, reason) => {
  answers = [answer];
  expect(await post()).toMatchObject({ type: "failed", reason });
  expect(received).toHaveLength(1);
});

test("the machine's metadata service and more than 2 MB are never posted to anybody", async () => {
  expect(await post({ url: "http://169.254.169.254/latest" })).toMatchObject({
    type: "failed",
    reason: /metadata/,
  });
  expect(await post({ body: { output: "x".repeat(2_000_001) } })).toMatchObject({
    type: "failed",
    reason: /2 MB/,
  });
  expect(received).toEqual([]);
});

test("an address that hangs is given up after its time, and an abort ends the wait", {
  timeout: 30_000,
}, async () => {
  answers = ["hang", "hang", "hang", "hang"];
  expect(await post({ timeoutMs: 100 })).toMatchObject({ type: "failed", reason: /within 0.1 seconds/ });
  answers = ["hang"];
  const abort = new AbortController();
  const posted = createWebhookCaller(ctx, { halted: never }).post(
    { url, secretId: null, timeoutMs: 60_000, body: null },
    abort.signal,
  );
  setTimeout(() => abort.abort(), 50);
  await expect(posted).rejects.toThrow();
});
