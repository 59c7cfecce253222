import { expect, it } from "vitest";
import type { FakeBehaviour } from "#lib/testing/fake-model-server/behaviour.ts";
import type { ErrorClass } from "../provider-error.ts";
import { againstFakeServer } from "./testing/against-fake-server.ts";

const { server, create, ask } = againstFakeServer();

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
  server().setBehaviour(behaviour);
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
    server().setBehaviour({ kind });
    await expect(ask(provider)).rejects.toMatchObject({ name: "ProviderError" });
  }
  server().setBehaviour({ kind: "answer" });
  expect((await ask(provider)).output).toBe("one two three");
});

it("says how long a rate limit lasts", async () => {
  server().setBehaviour({ kind: "rate-limit-storm", everyNth: 1, retryAfterMs: 1234 });
  await expect(ask(create())).rejects.toMatchObject({
    errorClass: "rate-limit",
    status: 429,
    retryAfterMs: 1234,
  });
});

it("ends at [DONE] although the server keeps the body open", async () => {
  server().setBehaviour({ kind: "open-ended" });
  const provider = create({ connections: 1 });
  expect((await ask(provider)).output).toBe("one two three");
  server().setBehaviour({ kind: "answer" });
  expect((await ask(provider)).output).toBe("one two three");
});

it("stops reading an endless body", async () => {
  server().setBehaviour({ kind: "endless" });
  await expect(ask(create({ maxBodyBytes: 1_000_000 }))).rejects.toMatchObject({
    errorClass: "bad-answer",
    message: expect.stringContaining("1,000,000 bytes"),
  });
});
