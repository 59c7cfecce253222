import { expect, it } from "vitest";
import { requestFor } from "../testing/provider-contract.ts";
import { againstFakeServer } from "./testing/against-fake-server.ts";

const { server, create, ask } = againstFakeServer();

const toolCalls = [
  { name: "find_order", arguments: '{"number": "A-1", "note": "Grüße"}' },
  { name: "close", arguments: "{}" },
];

it.each([true, false])("an answer of only tool calls is an answer (streamed: %s)", async (stream) => {
  server().setBehaviour({ kind: "answer", answer: "", toolCalls });
  const answer = await ask(create({ stream }));
  expect(answer).toMatchObject({ output: "", finishReason: "tool-calls" });
  expect(answer.toolCalls).toEqual(toolCalls.map((call) => ({ id: expect.any(String), ...call })));
  if (stream) expect(answer.timeToFirstTokenMs).not.toBeNull();
});

it("keeps text beside tool calls, and says null where there are none", async () => {
  server().setBehaviour({ kind: "answer", answer: "One moment.", toolCalls });
  expect(await ask(create())).toMatchObject({ output: "One moment.", toolCalls: [{}, {}] });
  server().setBehaviour({ kind: "answer", answer: "text" });
  expect((await ask(create())).toolCalls).toBeNull();
});

it("puts calls together that come whole, without an index, or with an object as arguments", async () => {
  const deltas = [
    [{ id: "a", function: { name: "one", arguments: { x: 1 } } }],
    [{ id: "b", function: { name: "two", arguments: '{"y":' } }],
    [{ function: { arguments: "2}" } }],
  ];
  const body = deltas.map(
    (tool_calls) => `data: ${JSON.stringify({ choices: [{ delta: { tool_calls } }] })}\n\n`,
  );
  const raw = `${body.join("")}data: [DONE]\n\n`;
  server().setBehaviour({ kind: "raw", contentType: "text/event-stream", body: raw });
  expect((await ask(create())).toolCalls).toEqual([
    { id: "a", name: "one", arguments: '{"x":1}' },
    { id: "b", name: "two", arguments: '{"y":2}' },
  ]);
});

it("sends tools, a schema, images, tool calls and tool results as they are", async () => {
  const tools = [{ type: "function" as const, function: { name: "look", parameters: { type: "object" } } }];
  const responseFormat = {
    type: "json_schema" as const,
    json_schema: { name: "s", schema: { type: "object" } },
  };
  await ask(create(), {
    ...requestFor("x"),
    messages: [
      {
        role: "user",
        content: [
          { type: "text", text: "See" },
          { type: "image", url: "https://x.test/a.png" },
        ],
      },
      { role: "assistant", content: "", toolCalls: [{ id: "c", name: "look", arguments: "{}" }] },
      { role: "tool", content: "a cat", toolCallId: "c" },
    ],
    parameters: { tools, toolChoice: "required", responseFormat },
  });
  expect(server().lastBody()).toMatchObject({
    tools,
    tool_choice: "required",
    response_format: responseFormat,
    messages: [
      {
        role: "user",
        content: [
          { type: "text", text: "See" },
          { type: "image_url", image_url: { url: "https://x.test/a.png" } },
        ],
      },
      {
        role: "assistant",
        content: "",
        tool_calls: [{ id: "c", type: "function", function: { name: "look", arguments: "{}" } }],
      },
      { role: "tool", tool_call_id: "c", content: "a cat" },
    ],
  });
});

it("reads what is left of the limits from an answer and from a refusal", async () => {
  const headers = { "x-ratelimit-remaining-requests": "3", "x-ratelimit-reset-requests": "20ms" };
  const rateLimit = {
    remainingRequests: 3,
    requestsResetMs: 20,
    remainingTokens: null,
    tokensResetMs: null,
  };
  server().setBehaviour({ kind: "answer", headers });
  expect((await ask(create())).rateLimit).toEqual(rateLimit);
  server().setBehaviour({ kind: "status", code: 429, headers });
  await expect(ask(create())).rejects.toMatchObject({ code: "rate-limit", rateLimit });
  server().setBehaviour({ kind: "answer" });
  expect((await ask(create())).rateLimit).toBeNull();
});
