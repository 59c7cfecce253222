import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type FakeModelServer,
  startFakeModelServer,
} from "#lib/testing/fake-model-server/start-fake-model-server.ts";
import type { Provider } from "../provider.ts";
import { describeMisbehaviourContract } from "../testing/misbehaviour-contract.ts";
import { describeProviderContract, requestFor } from "../testing/provider-contract.ts";
import { createVendorProvider } from "./vendor-provider.ts";
import { type VendorKind, vendorKinds } from "./vendors.ts";

const model = "some-model";
const keyHeaders: Record<VendorKind, string> = {
  openai: "authorization",
  mistral: "authorization",
  anthropic: "x-api-key",
  google: "x-goog-api-key",
};

describe.each(vendorKinds)("%s", (kind) => {
  const createAt = (server: FakeModelServer, apiKey = "key-12345678") =>
    createVendorProvider({ kind, baseUrl: server.baseUrlOf(kind), apiKey, model });

  describeProviderContract(kind, async () => {
    const server = await startFakeModelServer();
    const provider = createAt(server);
    const stop = async () => {
      await provider.close();
      await server.close();
    };
    return { provider, stop };
  });

  describeMisbehaviourContract(kind, true, (server, settings) =>
    createVendorProvider({
      kind,
      baseUrl: server.baseUrlOf(kind),
      model,
      maxBodyBytes: 1_000_000,
      ...settings,
    }),
  );

  describe("its own protocol", () => {
    let server: FakeModelServer;
    let provider: Provider;
    beforeAll(async () => {
      server = await startFakeModelServer();
      provider = createAt(server);
    });
    beforeEach(() => server.setBehaviour({ kind: "answer" }));
    afterEach(() => server.setBehaviour({ kind: "answer" }));
    afterAll(async () => {
      await provider.close();
      await server.close();
    });
    const never = new AbortController().signal;

    it("reads text, usage, reason, ids, model and the limits", async () => {
      const headers = { "x-ratelimit-remaining-requests": "7" };
      server.setBehaviour({ kind: "answer", answer: "Grüße 世界 🎉", headers, latencyMs: 40 });
      const answer = await provider.answer(requestFor("one two three"), never);
      expect(answer).toMatchObject({
        output: "Grüße 世界 🎉",
        toolCalls: null,
        finishReason: "stop",
        usage: { promptTokens: 3, completionTokens: 3 },
        rateLimit: { remainingRequests: 7 },
        providerRequestId: expect.any(String),
      });
      // Google's package does not hand on what the vendor says about it.
      expect(answer.servedModel).toBe(kind === "google" ? null : model);
      expect(answer.timeToFirstTokenMs).toBeGreaterThanOrEqual(35);
      expect(server.lastHeaders()[keyHeaders[kind]]).toContain("key-12345678");
    });

    it.each([
      ["length", "length"],
      ["content_filter", "content-filter"],
    ])("calls the reason %s by our word", async (wireReason, reason) => {
      server.setBehaviour({ kind: "answer", answer: "cut", finishReason: wireReason });
      expect((await provider.answer(requestFor("x"), never)).finishReason).toBe(reason);
    });

    it("gives tool calls as the model wrote them", async () => {
      const toolCalls = [
        { name: "find_order", arguments: '{"number":"A-1","note":"Grüße"}' },
        { name: "close", arguments: "{}" },
      ];
      server.setBehaviour({ kind: "answer", answer: "", toolCalls });
      const answer = await provider.answer(requestFor("x"), never);
      expect(answer.output).toBe("");
      expect(answer.finishReason).toBe("tool-calls");
      expect(answer.toolCalls?.map(({ name, arguments: text }) => ({ name, arguments: text }))).toEqual(
        toolCalls,
      );
    });

    it("sends roles, images, tool results, parameters and extra fields, once", async () => {
      const before = server.requests();
      await provider.answer(
        {
          ...requestFor("x"),
          messages: [
            { role: "system", content: "Be brief." },
            {
              role: "user",
              content: [
                { type: "text", text: "What is {{this}}?" },
                { type: "image", url: "https://x.test/a.png" },
                { type: "image", url: "data:image/png;base64,iVBORw0KGgo=" },
              ],
            },
            {
              role: "assistant",
              content: "",
              toolCalls: [{ id: "c12345678", name: "look", arguments: '{"x":1}' }],
            },
            { role: "tool", content: "a cat", toolCallId: "c12345678" },
            { role: "user", content: "Go on" },
          ],
          parameters: {
            temperature: 0.5,
            maxTokens: 50,
            stop: ["END"],
            seed: 7,
            tools: [{ type: "function", function: { name: "look", parameters: { type: "object" } } }],
            toolChoice: "auto",
            extra: { our_own_field: { deep: 1 } },
          },
        },
        never,
      );
      expect(server.requests() - before).toBe(1);
      const sent = JSON.stringify(server.lastBody());
      for (const part of [
        "Be brief.",
        "What is {{this}}?",
        "https://x.test/a.png",
        "iVBORw0KGgo=",
        "a cat",
      ]) {
        expect(sent).toContain(part);
      }
      expect(sent).toContain('"our_own_field":{"deep":1}');
      expect(sent).toMatch(/"(?:maxOutputTokens|max_tokens)":50/);
      if (kind !== "anthropic") expect(sent).toMatch(/"(?:seed|random_seed)":7/);
      expect(sent).toContain("look");
    });

    it("takes the seed of the repetition before that of the parameters", async () => {
      if (kind === "anthropic") return;
      await provider.answer({ ...requestFor("x"), parameters: { seed: 7 }, seed: 8 }, never);
      expect(JSON.stringify(server.lastBody())).toMatch(/"(?:seed|random_seed)":8/);
    });

    it("asks for an answer that fits a schema", async () => {
      server.setBehaviour({ kind: "answer", answer: '{"a":1}' });
      const schema = {
        type: "object",
        properties: { a: { type: "number" } },
        required: ["a"],
        additionalProperties: false,
      };
      const responseFormat = { type: "json_schema" as const, json_schema: { name: "answer", schema } };
      const parameters = { responseFormat };
      const answer = await provider.answer({ ...requestFor("x"), parameters }, never);
      expect(JSON.stringify(server.lastBody())).toContain('"properties":{"a":');
      expect(answer.output).toBe('{"a":1}');
    });
  });
});
