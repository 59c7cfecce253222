import { expect, it } from "vitest";
import { startFakeModelServer } from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import { describeMisbehaviourContract } from "../testing/misbehaviour-contract.ts";
import { describeProviderContract, requestFor } from "../testing/provider-contract.ts";
import { createOpenAiCompatibleProvider } from "./openai-compatible-provider.ts";
import { againstFakeServer, apiKey } from "./testing/against-fake-server.ts";

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

for (const stream of [true, false]) {
  describeMisbehaviourContract(
    `openai-compatible, ${stream ? "streamed" : "whole"}`,
    stream,
    ({ baseUrl }, settings) =>
      createOpenAiCompatibleProvider({
        baseUrl,
        model: "fake-small",
        stream,
        maxBodyBytes: 1_000_000,
        ...settings,
      }),
  );
}

const { server, create, ask } = againstFakeServer();

it("reads output, usage, ids and time to first token from a stream", async () => {
  server().setBehaviour({ kind: "answer", answer: "Grüße 世界 🎉", latencyMs: 40, tokensPerSecond: 50 });
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
  expect(server().lastBody()).toEqual({
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
  expect(server().lastHeaders()).toMatchObject({ authorization: `Bearer ${apiKey}`, "x-team": "evals" });
});

it("sends no authorization without a key", async () => {
  await ask(create({ apiKey: null }));
  expect(server().lastHeaders().authorization).toBeUndefined();
});

it("asks again without stream_options, and only once", async () => {
  server().setBehaviour({ kind: "answer", refuseStreamOptions: true });
  const provider = create();
  const before = server().requests();
  const answer = await ask(provider);
  expect(answer).toMatchObject({ output: "one two three", usage: { promptTokens: null } });
  expect(server().requests() - before).toBe(2);
  await ask(provider);
  expect(server().requests() - before).toBe(3);
});

it("reads a whole answer from a server that ignores stream, and a stream without its content type", async () => {
  const whole = {
    id: "c1",
    model: "m",
    choices: [{ message: { content: "whole" }, finish_reason: "length" }],
  };
  server().setBehaviour({ kind: "raw", contentType: "application/json", body: JSON.stringify(whole) });
  expect(await ask(create())).toMatchObject({
    output: "whole",
    finishReason: "length",
    timeToFirstTokenMs: null,
  });
  const body = `: hello\n\ndata: ${JSON.stringify({ choices: [{ delta: { content: "piece" } }] })}\n\ndata: [DONE]`;
  server().setBehaviour({ kind: "raw", contentType: "text/plain", body });
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
    server().setBehaviour({ kind: "raw", contentType: "application/json", body });
    expect((await ask(create({ stream: false }))).output).toBe(output);
  }
});
