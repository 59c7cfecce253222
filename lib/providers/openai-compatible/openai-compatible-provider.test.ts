import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FakeBehaviour } from "#lib/testing/fake-model-server/behaviour.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import type { AnswerRequest, Provider } from "../provider.ts";
import type { ErrorClass } from "../provider-error.ts";
import { describeProviderContract, requestFor } from "../testing/provider-contract.ts";
import {
  createOpenAiCompatibleProvider,
  type OpenAiCompatibleSettings,
} from "./openai-compatible-provider.ts";

const apiKey = "sk-very-secret-key-0123456789";

for (const stream of [true, false]) {
  describeProviderContract(`openai-compatible, ${stream ? "streamed" : "whole"}`, async () => {
    const server = await startFakeModelServer();
    const provider = createOpenAiCompatibleProvider({ baseUrl: server.baseUrl, model: "fake-small", stream });
    const stop = async () => {
      await provider.close();
      await server.close();
    };
    return { provider, stop };
  });
}

describe("openai-compatible against a server", () => {
  let server: FakeModelServer;
  let providers: Provider[] = [];
  beforeAll(async () => {
    server = await startFakeModelServer();
  });
  beforeEach(() => server.setBehaviour({ kind: "answer" }));
  afterEach(async () => {
    await Promise.all(providers.map((provider) => provider.close()));
    providers = [];
  });
  afterAll(() => server.close());

  const create = (settings: Partial<OpenAiCompatibleSettings> = {}): Provider => {
    const provider = createOpenAiCompatibleProvider({
      baseUrl: server.baseUrl,
      apiKey,
      model: "fake-small",
      timeoutSeconds: 20,
      ...settings,
    });
    providers.push(provider);
    return provider;
  };
  const ask = (provider: Provider, request: AnswerRequest = requestFor("one two three")) =>
    provider.answer(request, new AbortController().signal);

  it("reads output, usage, ids and time to first token from a stream", async () => {
    server.setBehaviour({ kind: "answer", answer: "Grüße 世界 🎉", latencyMs: 40, tokensPerSecond: 50 });
    const answer = await ask(create());
    expect(answer).toMatchObject({
      output: "Grüße 世界 🎉",
      finishReason: "stop",
      usage: { promptTokens: 3, completionTokens: 3, cachedTokens: 0, reasoningTokens: 0 },
      servedModel: "fake-small",
      providerRequestId: expect.stringMatching(/^chatcmpl-/),
    });
    expect(answer.timeToFirstTokenMs).toBeGreaterThanOrEqual(35);
    expect(answer.latencyMs).toBeGreaterThanOrEqual((answer.timeToFirstTokenMs ?? 0) + 30);
  });

  it("sends what the parameters say and lets extra replace nothing", async () => {
    const parameters = {
      temperature: 0,
      topP: 0.9,
      maxTokens: 5,
      stop: ["\n"],
      seed: 1,
      responseFormat: "json" as const,
      extra: { top_k: 3, model: "other", stream: false },
    };
    await ask(create({ headers: { "x-team": "evals" } }), { ...requestFor("hi"), parameters, seed: 7 });
    expect(server.lastBody()).toEqual({
      model: "fake-small",
      messages: [{ role: "user", content: "hi" }],
      temperature: 0,
      top_p: 0.9,
      max_tokens: 5,
      stop: ["\n"],
      seed: 7,
      response_format: { type: "json_object" },
      top_k: 3,
      stream: true,
      stream_options: { include_usage: true },
    });
    expect(server.lastHeaders()).toMatchObject({ authorization: `Bearer ${apiKey}`, "x-team": "evals" });
  });

  it("sends no authorization without a key", async () => {
    await ask(create({ apiKey: null }));
    expect(server.lastHeaders().authorization).toBeUndefined();
  });

  it.each<[string, FakeBehaviour, ErrorClass, RegExp, number | null]>([
    [
      "a web page with status 200",
      { kind: "html-200" },
      "bad-answer",
      /web page .*"Welcome to the proxy"/,
      200,
    ],
    ["broken JSON", { kind: "malformed-json" }, "bad-answer", /not a chat completion.*content":"cut/, 200],
    [
      "an empty body",
      { kind: "raw", body: "", contentType: "application/json" },
      "bad-answer",
      /not a chat/,
      200,
    ],
    [
      "a JSON array",
      { kind: "raw", body: "[1]", contentType: "application/json" },
      "bad-answer",
      /"\[1\]"/,
      200,
    ],
    ["no choices", { kind: "empty-choices" }, "bad-answer", /no choices/, 200],
    [
      "an error in a 200",
      { kind: "error-200", message: "model is loading" },
      "bad-answer",
      /"model is loading"/,
      200,
    ],
    [
      "a 503 in a 200",
      { kind: "error-200", message: "no capacity", code: 503 },
      "transient",
      /"no capacity"/,
      200,
    ],
    [
      "a rate limit in a 200",
      { kind: "error-200", message: "slow", code: "rate_limit_exceeded" },
      "rate-limit",
      /slow/,
      200,
    ],
    [
      "an error inside a stream",
      {
        kind: "raw",
        contentType: "text/event-stream",
        body: 'data: {"choices":[{"index":0,"delta":{"content":"a"}}]}\n\ndata: {"error":{"message":"died","type":"server_error"}}\n\n',
      },
      "transient",
      /"died"/,
      200,
    ],
    [
      "garbage inside a stream",
      { kind: "raw", contentType: "text/event-stream", body: "data: {oops\n\n" },
      "bad-answer",
      /\{oops/,
      200,
    ],
    ["half a stream", { kind: "half-stream", tokens: 2 }, "transient", /broke off after 12 characters/, 200],
    ["an empty stream", { kind: "half-stream", tokens: 0 }, "transient", /broke off after 0 characters/, 200],
    [
      "only [DONE]",
      { kind: "raw", contentType: "text/event-stream", body: "data: [DONE]\n\n" },
      "bad-answer",
      /no choices/,
      200,
    ],
    ["a reset", { kind: "reset" }, "transient", /connection broke/, null],
    ["a reset in a stream", { kind: "reset", tokens: 3 }, "transient", /connection broke/, null],
    [
      "400",
      { kind: "status", code: 400, body: '{"error":{"message":"bad temperature"}}' },
      "permanent",
      /400.*"bad temperature"/,
      400,
    ],
    [
      "422 in FastAPI's words",
      { kind: "status", code: 422, body: '{"detail":[{"msg":"field required"}]}' },
      "permanent",
      /field required/,
      422,
    ],
    [
      "404",
      { kind: "status", code: 404, body: "nope" },
      "permanent",
      /Check the base URL and the model id.*"nope"/,
      404,
    ],
    [
      "302",
      { kind: "status", code: 302, headers: { location: "http://127.0.0.1:9/x" } },
      "permanent",
      /Redirects are not followed.*127.0.0.1:9/,
      302,
    ],
    ["500", { kind: "status", code: 500, body: "boom" }, "transient", /"boom"/, 500],
    ["503 without a word", { kind: "status", code: 503 }, "transient", /It said: "nothing"/, 503],
    [
      "an empty account",
      { kind: "status", code: 429, body: '{"error":{"message":"x","code":"insufficient_quota"}}' },
      "permanent",
      /no credit/,
      429,
    ],
    ["a long error", { kind: "status", code: 400, body: "y".repeat(200_000) }, "permanent", /y{400}/, 400],
  ])("%s", async (_name, behaviour, errorClass, message, status) => {
    server.setBehaviour(behaviour);
    for (const stream of [true, false]) {
      if (!stream && /stream/.test(_name)) continue;
      const error = await ask(create({ stream })).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({ name: "ProviderError", errorClass, status });
      expect(error).toHaveProperty("message", expect.stringMatching(message));
      expect(String(error).length).toBeLessThan(1000);
    }
  });

  it("goes on to work after failures", async () => {
    const provider = create({ connections: 1 });
    for (const kind of ["reset", "half-stream", "malformed-json", "html-200"] as const) {
      server.setBehaviour({ kind });
      await expect(ask(provider)).rejects.toMatchObject({ name: "ProviderError" });
    }
    server.setBehaviour({ kind: "answer" });
    expect((await ask(provider)).output).toBe("one two three");
  });

  it("says how long a rate limit lasts", async () => {
    server.setBehaviour({ kind: "rate-limit-storm", everyNth: 1, retryAfterMs: 1234 });
    await expect(ask(create())).rejects.toMatchObject({
      errorClass: "rate-limit",
      status: 429,
      retryAfterMs: 1234,
    });
  });

  it("never shows the key or a secret header, even cut off", async () => {
    server.setBehaviour({ kind: "wrong-key", rightKey: "other" });
    const error = await ask(create()).catch((reason: unknown) => reason);
    expect(String(error)).toContain("Incorrect API key provided: Bearer [secret]");
    for (let padding = 480; padding < 505; padding += 1) {
      server.setBehaviour({ kind: "status", code: 400, body: "p".repeat(padding) + apiKey });
      const cut = await ask(create()).catch((reason: unknown) => reason);
      expect(String(cut)).not.toContain(apiKey.slice(0, 6));
    }
    const bodies: FakeBehaviour[] = [
      { kind: "raw", contentType: "text/html", body: `<html><title>${apiKey}</title></html>` },
      { kind: "error-200", message: `key ${apiKey} and hidden-token` },
      { kind: "raw", contentType: "text/event-stream", body: `data: ${apiKey}\n\n` },
      { kind: "status", code: 307, headers: { location: `http://x/?key=${apiKey}` } },
    ];
    for (const behaviour of bodies) {
      server.setBehaviour(behaviour);
      const leaked = await ask(create({ headers: { "x-token": "hidden-token" } })).catch(
        (reason: unknown) => reason,
      );
      expect(String(leaked)).toContain("[secret]");
      expect(JSON.stringify(leaked) + String(leaked)).not.toMatch(/sk-very|hidden-token/);
    }
  });

  it("refuses a key that no header can carry", async () => {
    await expect(ask(create({ apiKey: "sk-a\nb-secret" }))).rejects.toMatchObject({
      errorClass: "permanent",
      message: expect.not.stringContaining("b-secret"),
    });
  });

  it("asks again without stream_options, and only once", async () => {
    server.setBehaviour({ kind: "answer", refuseStreamOptions: true });
    const provider = create();
    const before = server.requests();
    const answer = await ask(provider);
    expect(answer).toMatchObject({ output: "one two three", usage: { promptTokens: null } });
    expect(server.requests() - before).toBe(2);
    await ask(provider);
    expect(server.requests() - before).toBe(3);
  });

  it("reads a whole answer from a server that ignores stream, and a stream without its content type", async () => {
    const whole = {
      id: "c1",
      model: "m",
      choices: [{ message: { content: "whole" }, finish_reason: "length" }],
    };
    server.setBehaviour({ kind: "raw", contentType: "application/json", body: JSON.stringify(whole) });
    expect(await ask(create())).toMatchObject({
      output: "whole",
      finishReason: "length",
      timeToFirstTokenMs: null,
    });
    const body = `: hello\n\ndata: ${JSON.stringify({ choices: [{ delta: { content: "piece" } }] })}\n\ndata: [DONE]`;
    server.setBehaviour({ kind: "raw", contentType: "text/plain", body });
    expect(await ask(create())).toMatchObject({
      output: "piece",
      finishReason: null,
      timeToFirstTokenMs: null,
    });
  });

  it("reads refusals, lists of parts and answers without text", async () => {
    const answers: [unknown, string][] = [
      [{ content: null, refusal: "I cannot." }, "I cannot."],
      [
        {
          content: [
            { type: "thinking", text: "hm" },
            { type: "text", text: "ok" },
          ],
        },
        "ok",
      ],
      [{ content: null }, ""],
    ];
    for (const [message, output] of answers) {
      const body = JSON.stringify({ choices: [{ message, finish_reason: "stop" }] });
      server.setBehaviour({ kind: "raw", contentType: "application/json", body });
      expect((await ask(create({ stream: false }))).output).toBe(output);
    }
  });

  it("ends at [DONE] although the server keeps the body open", async () => {
    server.setBehaviour({ kind: "open-ended" });
    const provider = create({ connections: 1 });
    expect((await ask(provider)).output).toBe("one two three");
    server.setBehaviour({ kind: "answer" });
    expect((await ask(provider)).output).toBe("one two three");
  });

  it("stops reading an endless body", async () => {
    server.setBehaviour({ kind: "endless" });
    await expect(ask(create({ maxBodyBytes: 1_000_000 }))).rejects.toMatchObject({
      errorClass: "bad-answer",
      message: expect.stringContaining("1,000,000 bytes"),
    });
  });

  it.each<[string, Partial<OpenAiCompatibleSettings>]>([
    ["in all", { timeoutSeconds: 0.2 }],
    ["for headers", { headersTimeoutSeconds: 0.2 }],
  ])("gives up on a server that hangs: timeout %s", async (_name, settings) => {
    server.setBehaviour({ kind: "hang" });
    await expect(ask(create(settings))).rejects.toMatchObject({ errorClass: "transient" });
  });

  it("gives up on a stream that falls silent", async () => {
    server.setBehaviour({ kind: "answer", answer: "a b c d", tokensPerSecond: 0.1 });
    await expect(ask(create({ idleTimeoutSeconds: 0.2 }))).rejects.toMatchObject({ errorClass: "transient" });
  });

  it("can be aborted while it waits, while it streams and while it queues", async () => {
    const provider = create({ connections: 1 });
    const behaviours: FakeBehaviour[] = [
      { kind: "hang" },
      { kind: "answer", answer: "a b c", tokensPerSecond: 1 },
    ];
    for (const behaviour of behaviours) {
      server.setBehaviour(behaviour);
      const running = new AbortController();
      const queued = new AbortController();
      const calls = [running, queued].map(({ signal }) => provider.answer(requestFor("x y z"), signal));
      setTimeout(() => queued.abort(), 50);
      setTimeout(() => running.abort(), 100);
      const startedAt = performance.now();
      const results = await Promise.allSettled(calls);
      expect(performance.now() - startedAt).toBeLessThan(1000);
      for (const result of results) expect(result).toMatchObject({ reason: { errorClass: "cancelled" } });
    }
    server.setBehaviour({ kind: "answer" });
    expect((await ask(provider)).output).toBe("one two three");
  });

  it("does not count the wait for a connection as latency", async () => {
    server.setBehaviour({ kind: "answer", latencyMs: 150 });
    const provider = create({ connections: 1 });
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(provider)));
    for (const { latencyMs } of answers) {
      expect(latencyMs).toBeGreaterThanOrEqual(140);
      expect(latencyMs).toBeLessThan(300);
    }
  });

  it("reuses its connections and never opens more than allowed", async () => {
    const before = server.sockets();
    const provider = create({ connections: 4 });
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(Array.from({ length: 20 }, () => ask(provider)));
    }
    expect(server.sockets() - before).toBeLessThanOrEqual(4);
  });

  it("lets go of its sockets when it is closed, also in the middle of a call", async () => {
    server.setBehaviour({ kind: "hang" });
    const provider = create();
    const call = ask(provider);
    setTimeout(() => provider.close(), 50);
    await expect(call).rejects.toMatchObject({ name: "ProviderError", errorClass: "cancelled" });
  });

  it.each([
    ["http://127.0.0.1:9/v1", /Nothing listens there/],
    ["http://no-such-host.invalid/v1", /host name cannot be found/],
  ])("explains that %s cannot be reached", async (baseUrl, message) => {
    await expect(ask(create({ baseUrl }))).rejects.toMatchObject({
      errorClass: "transient",
      message: expect.stringMatching(message),
    });
  });
});
