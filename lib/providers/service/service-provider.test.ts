import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import type { AnswerRequest } from "../provider.ts";
import { describeMisbehaviourContract } from "../testing/misbehaviour-contract.ts";
import { describeProviderContract, requestFor } from "../testing/provider-contract.ts";
import { createServiceProvider, type ServiceSettings } from "./service-provider.ts";

const messageText = ["choices", 0, "message", "content"];

function settingsFor({ baseUrl }: FakeModelServer): ServiceSettings {
  return {
    url: `${baseUrl}/chat/completions`,
    method: "POST",
    headers: {},
    secretHeaders: {},
    buildBody: ({ messages }: AnswerRequest) => ({ model: "m", messages }),
    responsePath: messageText,
    usagePaths: { promptTokens: ["usage", "prompt_tokens"], completionTokens: null },
  };
}

describeProviderContract("service", async () => {
  const server = await startFakeModelServer();
  const provider = createServiceProvider(settingsFor(server));
  const stop = async () => {
    await provider.close();
    await server.close();
  };
  return { provider, stop };
});

describeMisbehaviourContract("service", false, (server, { apiKey, timeoutSeconds }) =>
  createServiceProvider({
    ...settingsFor(server),
    secretHeaders: { Authorization: `Bearer ${apiKey}`, "X-Key": apiKey },
    timeoutSeconds,
    maxBodyBytes: 1_000_000,
  }),
);

describeProviderContract("service with an address of its own for each case", async () => {
  const server = await startFakeModelServer();
  const buildPath = ({ caseKey }: AnswerRequest) => `/v1/chat/completions?case=${caseKey}`;
  const provider = createServiceProvider({ ...settingsFor(server), buildPath, method: "PUT" });
  const stop = async () => {
    await provider.close();
    await server.close();
  };
  return { provider, stop };
});

let server: FakeModelServer;
beforeAll(async () => {
  server = await startFakeModelServer();
});
beforeEach(() => server.setBehaviour({ kind: "answer" }));
afterAll(() => server.close());

async function ask(settings: Partial<ServiceSettings>) {
  const provider = createServiceProvider({ ...settingsFor(server), ...settings });
  return provider.answer(requestFor("hello"), new AbortController().signal).finally(() => provider.close());
}

it("sends the headers, reads the answer and what it can of the usage", async () => {
  const answer = await ask({ headers: { "X-Team": "evals" }, secretHeaders: { "X-Token": "hidden-token" } });
  expect(answer).toMatchObject({
    output: "hello",
    usage: { promptTokens: 1, completionTokens: null },
    timeToFirstTokenMs: null,
  });
  expect(server.lastHeaders()).toMatchObject({ "x-team": "evals", "x-token": "hidden-token" });
});

it("takes the whole body as text without a path, and anything but text as JSON", async () => {
  server.setBehaviour({ kind: "raw", contentType: "text/plain", body: "plain words\n" });
  expect((await ask({ responsePath: [] })).output).toBe("plain words\n");
  server.setBehaviour({ kind: "raw", contentType: "application/json", body: '{"a":{"b":[1,2]}}' });
  expect((await ask({ responsePath: ["a"] })).output).toBe('{"b":[1,2]}');
});

it("says where it looked in vain, and keeps the query of the address secret", async () => {
  const url = `${server.baseUrl}/chat/completions?key=secret-in-query`;
  server.setBehaviour({
    kind: "raw",
    contentType: "application/json",
    body: '{"text":"secret-in-query"}',
  });
  await expect(ask({ url, responsePath: ["data", 0, "text"] })).rejects.toMatchObject({
    errorClass: "bad-answer",
    message: expect.stringMatching(/nothing at data\[0\]\.text.*\[secret\]/),
  });
});
