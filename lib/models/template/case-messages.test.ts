import { describe, expect, test } from "vitest";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { renderMessages, type TemplateValues, templateFields, unknownFields } from "../prompt-template.ts";
import { type PromptMessage, promptMessagesSchema } from "./prompt-message.ts";

const valuesOf = (input: unknown): TemplateValues => ({ input, metadata: {}, tags: [] });
const system: PromptMessage = { role: "system", content: "Be brief." };
const conversation = (content = "{{input}}"): PromptMessage => ({ role: "conversation", content });
const image = (content: string): PromptMessage => ({ role: "image", content });

describe("a conversation row", () => {
  const list = [
    { role: "user", content: "Hi {{input}} \\{{x}}" },
    { role: "assistant", content: "Hello" },
    { role: "user", content: "Where is it?" },
  ];
  test.each([
    ["a list", list, "{{input}}"],
    ["an object with messages", { messages: list, other: 1 }, "{{input}}"],
    ["a field", { talk: { messages: list } }, " {{ input.talk }} "],
  ])("becomes the messages of %s, unread and once", (_name, input, content) => {
    expect(renderMessages([system, conversation(content)], valuesOf(input))).toEqual([system, ...list]);
  });

  test("takes a text as one user message, and nothing for what may be absent", () => {
    expect(renderMessages([conversation()], valuesOf("hi"))).toEqual([{ role: "user", content: "hi" }]);
    expect(renderMessages([system, conversation("{{input.talk?}}")], valuesOf({}))).toEqual([system]);
  });

  test("keeps tool calls, tool results, parts and images", () => {
    const input = [
      { role: "developer", content: "Rules" },
      {
        role: "user",
        content: [
          { type: "text", text: "What is on it?" },
          { type: "image_url", image_url: { url: "https://x.test/a.png" } },
        ],
      },
      {
        role: "assistant",
        content: null,
        tool_calls: [{ id: "c1", type: "function", function: { name: "look", arguments: '{"x":1}' } }],
      },
      { role: "tool", tool_call_id: "c1", content: "a cat" },
    ];
    expect(renderMessages([conversation()], valuesOf(input))).toEqual([
      { role: "system", content: "Rules" },
      {
        role: "user",
        content: [
          { type: "text", text: "What is on it?" },
          { type: "image", url: "https://x.test/a.png" },
        ],
      },
      { role: "assistant", content: "", toolCalls: [{ id: "c1", name: "look", arguments: '{"x":1}' }] },
      { role: "tool", toolCallId: "c1", content: "a cat" },
    ]);
  });

  test.each<[string, unknown, RegExp]>([
    ["a number", 7, /\{\{input\}\} of this case is neither a list of messages nor a text/],
    ["an unknown role", [{ role: "wizard", content: "x" }], /Message 1 of \{\{input\}\} has no role/],
    ["an inherited role", [Object.create({ role: "user", content: "x" })], /has no role/],
    ["a tool result of no call", [{ role: "tool", content: "x" }], /no tool_call_id/],
    ["content that is none", [{ role: "user", content: 7 }], /neither a text nor a list of parts/],
    ["an image that is none", [{ role: "user", content: [{ image_url: "file:///etc/passwd" }] }], /image/],
    ["a call without a name", [{ role: "assistant", tool_calls: [{ id: "1" }] }], /tool call without/],
  ])("refuses %s with a sentence", (_name, input, message) => {
    const render = () => renderMessages([conversation()], valuesOf(input));
    expect(render).toThrow(ProviderError);
    expect(render).toThrow(message);
  });

  test("cannot multiply a long case without end", () => {
    const rows = Array.from({ length: 50 }, () => conversation());
    expect(() => renderMessages(rows, valuesOf("x".repeat(1_000_000)))).toThrow(/longer than 8,000,000/);
  });

  test("names its field like any other row", () => {
    expect(templateFields([conversation("{{input.talk}}")])).toEqual(["input.talk"]);
    expect(unknownFields([conversation("{{input.talk}}")], [{ other: 1 }])).toEqual(["input.talk"]);
  });

  test.each(["the messages", "{{input}} and more", "{{input}}{{input}}", "\\{{input}}"])(
    "cannot be written as %s",
    (content) => {
      const parsed = promptMessagesSchema.safeParse([conversation(content)]);
      expect(parsed.error?.issues[0]?.message).toMatch(/Name the one field that holds the messages/);
    },
  );
});

describe("an image row", () => {
  const user: PromptMessage = { role: "user", content: "What is {{input.what}}?" };
  const input = { what: "this", image: "https://x.test/a.png", second: "data:image/png;base64,iVBORw0KGgo=" };
  const rows = [image("{{input.image}}"), image("{{input.second}}")];
  const parts = [
    { type: "image", url: input.image },
    { type: "image", url: input.second },
  ];

  test("joins the user message before it, or stands in one of its own", () => {
    expect(renderMessages([user, ...rows], valuesOf(input))).toEqual([
      { role: "user", content: [{ type: "text", text: "What is this?" }, ...parts] },
    ]);
    expect(renderMessages([system, ...rows], valuesOf(input))).toEqual([
      system,
      { role: "user", content: parts },
    ]);
  });

  test("is left out where its field may be absent and is", () => {
    expect(renderMessages([user, image("{{input.third?}}")], valuesOf(input))).toEqual([
      { role: "user", content: "What is this?" },
    ]);
  });

  test.each([
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html;base64,AAAA",
    "a cat",
    "ftp://x/y",
  ])("refuses %s", (address) => {
    const render = () => renderMessages([image("{{input}}")], valuesOf(address));
    expect(render).toThrow(/gives no address of an image for this case/);
  });
});
