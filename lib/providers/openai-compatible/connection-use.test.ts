import { expect, it } from "vitest";
import type { FakeBehaviour } from "#lib/testing/fake-model-server/behaviour.ts";
import { requestFor } from "../testing/provider-contract.ts";
import type { OpenAiCompatibleSettings } from "./openai-compatible-provider.ts";
import { againstFakeServer } from "./testing/against-fake-server.ts";

const { server, create, ask } = againstFakeServer();

it.each<[string, Partial<OpenAiCompatibleSettings>]>([
  ["in all", { timeoutSeconds: 0.2 }],
  ["for headers", { headersTimeoutSeconds: 0.2 }],
])("gives up on a server that hangs: timeout %s", async (_name, settings) => {
  server().setBehaviour({ kind: "hang" });
  await expect(ask(create(settings))).rejects.toMatchObject({ errorClass: "transient" });
});

it("gives up on a stream that falls silent", async () => {
  server().setBehaviour({ kind: "answer", answer: "a b c d", tokensPerSecond: 0.1 });
  await expect(ask(create({ idleTimeoutSeconds: 0.2 }))).rejects.toMatchObject({ errorClass: "transient" });
});

it("can be aborted while it waits, while it streams and while it queues", async () => {
  const provider = create({ connections: 1 });
  const behaviours: FakeBehaviour[] = [
    { kind: "hang" },
    { kind: "answer", answer: "a b c", tokensPerSecond: 1 },
  ];
  for (const behaviour of behaviours) {
    server().setBehaviour(behaviour);
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
  server().setBehaviour({ kind: "answer" });
  expect((await ask(provider)).output).toBe("one two three");
});

it("does not count the wait for a connection as latency", async () => {
  server().setBehaviour({ kind: "answer", latencyMs: 150 });
  const provider = create({ connections: 1 });
  const answers = await Promise.all([1, 2, 3, 4].map(() => ask(provider)));
  for (const { latencyMs } of answers) {
    expect(latencyMs).toBeGreaterThanOrEqual(140);
    expect(latencyMs).toBeLessThan(300);
  }
});

it("reuses its connections and never opens more than allowed", async () => {
  const before = server().sockets();
  const provider = create({ connections: 4 });
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(Array.from({ length: 20 }, () => ask(provider)));
  }
  expect(server().sockets() - before).toBeLessThanOrEqual(4);
});

it("lets go of its sockets when it is closed, also in the middle of a call", async () => {
  server().setBehaviour({ kind: "hang" });
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
