import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FakeBehaviour } from "#lib/testing/fake-model-server/behaviour.ts";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import type { Provider } from "../provider.ts";
import { type ErrorClass, type ErrorCode, ProviderError } from "../provider-error.ts";
import { requestFor } from "./provider-contract.ts";

export type ServerSettings = { apiKey: string; timeoutSeconds: number };

const apiKey = "sk-very-secret-key-0123456789";
const html = "<html><title>Welcome to the proxy</title></html>";

type Case = [string, FakeBehaviour, ErrorClass, ErrorCode, RegExp];

const failures: Case[] = [
  ["a web page with status 200", { kind: "html-200" }, "bad-answer", "bad-answer", /Welcome to the proxy/],
  ["malformed JSON", { kind: "malformed-json" }, "bad-answer", "bad-answer", /cut/],
  [
    "an empty success",
    { kind: "raw", body: "", contentType: "application/json" },
    "bad-answer",
    "bad-answer",
    /sent/,
  ],
  ["a reset before the answer", { kind: "reset" }, "transient", "connection", /connection broke/],
  ["a 500", { kind: "status", code: 500, body: "boom" }, "transient", "server-error", /boom/],
  ["a 503 that is a page", { kind: "status", code: 503, body: html }, "transient", "server-error", /Welcome/],
  ["a 529", { kind: "status", code: 529, body: "overloaded" }, "transient", "server-error", /overloaded/],
  ["a 404", { kind: "status", code: 404, body: "nope" }, "permanent", "not-found", /nope/],
  ["a 400", { kind: "status", code: 400, body: "bad temperature" }, "permanent", "bad-request", /bad temp/],
  [
    "a context that is too long",
    { kind: "status", code: 400, body: "This model's maximum context length is 8 tokens." },
    "permanent",
    "context-too-long",
    /maximum context/,
  ],
  [
    "an empty account",
    { kind: "status", code: 429, body: '{"error":{"code":"insufficient_quota"}}' },
    "permanent",
    "quota",
    /no credit/,
  ],
  [
    "a rate limit that says how long",
    { kind: "rate-limit-storm", everyNth: 1, retryAfterMs: 1234 },
    "rate-limit",
    "rate-limit",
    /Rate limit reached/,
  ],
  ["a wrong key", { kind: "wrong-key", rightKey: "another-key" }, "permanent", "auth", /Incorrect API key/],
  ["a server that hangs", { kind: "hang" }, "transient", "timeout", /seconds/],
  ["an endless body", { kind: "endless" }, "bad-answer", "bad-answer", /bytes/],
];

const streamFailures: Case[] = [
  ["half a stream", { kind: "half-stream", tokens: 3 }, "transient", "connection", /broke off/],
  ["a reset in a stream", { kind: "reset", tokens: 3 }, "transient", "connection", /broke/],
];

type Subject = { server: FakeModelServer; create: (settings: ServerSettings) => Provider };

/** What every provider that calls a server must make of one that misbehaves. `streams`: whether it reads answers in pieces. */
export function describeMisbehaviourContract(
  name: string,
  streams: boolean,
  create: (server: FakeModelServer, settings: ServerSettings) => Provider,
): void {
  describe(`${name}: misbehaving servers`, () => {
    let subject: Subject;
    let provider: Provider;
    beforeEach(async () => {
      const server = await startFakeModelServer();
      subject = { server, create: (settings) => create(server, settings) };
      provider = subject.create({ apiKey, timeoutSeconds: 20 });
    });
    afterEach(async () => {
      await provider.close();
      await subject.server.close();
    });
    const ask = (signal = new AbortController().signal) => provider.answer(requestFor("x y z"), signal);
    const failureOf = async (behaviour: FakeBehaviour): Promise<ProviderError> => {
      subject.server.setBehaviour(behaviour);
      const error: unknown = await ask().then(
        () => null,
        (reason: unknown) => reason,
      );
      if (!(error instanceof ProviderError)) throw new Error(`Not a ProviderError: ${error}`);
      return error;
    };

    it.each(streams ? [...failures, ...streamFailures] : failures)(
      "%s",
      async (caseName, behaviour, errorClass, code, words) => {
        if (caseName === "a server that hangs") {
          await provider.close();
          provider = subject.create({ apiKey, timeoutSeconds: 0.3 });
        }
        const error = await failureOf(behaviour);
        expect(error).toMatchObject({ errorClass, code });
        expect(error.message).toMatch(words);
        expect(error.message.length).toBeLessThan(1000);
        if (code === "rate-limit") expect(error.retryAfterMs).toBe(1234);
      },
    );

    it("goes through a storm of 429s without losing the answers between them", async () => {
      subject.server.setBehaviour({ kind: "rate-limit-storm", everyNth: 2, retryAfterMs: 5 });
      const results = await Promise.allSettled(Array.from({ length: 20 }, () => ask()));
      const answers = results.filter((result) => result.status === "fulfilled");
      expect(answers).toHaveLength(10);
      for (const result of results) {
        if (result.status === "rejected")
          expect(result.reason).toMatchObject({ retryAfterMs: 5, status: 429 });
      }
    });

    it("waits for a slow server, and measures the wait", async () => {
      subject.server.setBehaviour({ kind: "answer", latencyMs: 150, tokensPerSecond: 20 });
      const answer = await ask();
      expect(answer.output).toContain("x y z");
      expect(answer.latencyMs).toBeGreaterThanOrEqual(240);
      if (streams) {
        expect(answer.timeToFirstTokenMs).toBeGreaterThanOrEqual(145);
        expect(answer.timeToFirstTokenMs).toBeLessThan(answer.latencyMs ?? 0);
      }
    });

    it("can be cancelled while it waits and while it streams", async () => {
      const slow: FakeBehaviour[] = [{ kind: "hang" }, { kind: "answer", tokensPerSecond: 1 }];
      for (const behaviour of slow) {
        subject.server.setBehaviour(behaviour);
        const stop = new AbortController();
        setTimeout(() => stop.abort(), 50);
        await expect(ask(stop.signal)).rejects.toMatchObject({
          errorClass: "cancelled",
          code: "cancelled",
        });
      }
    });

    it("goes on to work after failures", async () => {
      for (const kind of ["reset", "half-stream", "malformed-json", "html-200"] as const) {
        if (streams || kind !== "half-stream") await failureOf({ kind });
      }
      subject.server.setBehaviour({ kind: "answer" });
      expect((await ask()).output).toContain("x y z");
    });

    it("never shows the key, wherever the server echoes it", async () => {
      const page = `<html><title>${apiKey}</title></html>`;
      const echoes: FakeBehaviour[] = [
        { kind: "wrong-key", rightKey: "another-key" },
        { kind: "status", code: 400, body: `${"p".repeat(490)}${apiKey}` },
        { kind: "status", code: 500, body: JSON.stringify({ error: { message: apiKey } }) },
        { kind: "raw", contentType: "text/html", body: page },
        { kind: "raw", contentType: "text/event-stream", body: `data: {oops ${apiKey}\n\n` },
        { kind: "error-200", message: `key ${apiKey}` },
      ];
      for (const behaviour of echoes) {
        const error = await failureOf(behaviour);
        expect(`${error.message} ${JSON.stringify(error)} ${error.stack}`).not.toContain("sk-very");
      }
    });
  });
}
