import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import type { Answer, AnswerRequest, Provider } from "../../provider.ts";
import { requestFor } from "../../testing/provider-contract.ts";
import {
  createOpenAiCompatibleProvider,
  type OpenAiCompatibleSettings,
} from "../openai-compatible-provider.ts";

export const apiKey = "sk-very-secret-key-0123456789";

type AgainstFakeServer = {
  server: () => FakeModelServer;
  /** Closed after the test. */
  create: (settings?: Partial<OpenAiCompatibleSettings>) => Provider;
  ask: (provider: Provider, request?: AnswerRequest) => Promise<Answer>;
};

/** One fake server for the tests of a file; it answers properly at the start of each. */
export function againstFakeServer(): AgainstFakeServer {
  let running: FakeModelServer | null = null;
  let providers: Provider[] = [];
  const server = (): FakeModelServer => {
    if (running === null) throw new Error("The fake model server runs only inside tests.");
    return running;
  };
  beforeAll(async () => {
    running = await startFakeModelServer();
  });
  beforeEach(() => server().setBehaviour({ kind: "answer" }));
  afterEach(async () => {
    await Promise.all(providers.map((provider) => provider.close()));
    providers = [];
  });
  afterAll(() => server().close());
  return {
    server,
    create: (settings = {}) => {
      const baseUrl = server().baseUrl;
      const fixed = { baseUrl, apiKey, model: "fake-small", timeoutSeconds: 20 };
      const provider = createOpenAiCompatibleProvider({ ...fixed, ...settings });
      providers.push(provider);
      return provider;
    },
    ask: (provider, request = requestFor("one two three")) =>
      provider.answer(request, new AbortController().signal),
  };
}
