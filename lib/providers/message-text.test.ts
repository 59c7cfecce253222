import { expect, it } from "vitest";
import { messageText } from "./message-text.ts";
import type { ChatMessage } from "./provider.ts";

it.each<[ChatMessage, string]>([
  [{ role: "user", content: "hi" }, "hi"],
  [
    {
      role: "user",
      content: [
        { type: "text", text: "What is this?" },
        { type: "image", url: "https://x.test/a.png" },
      ],
    },
    "What is this?\n[image: https://x.test/a.png]",
  ],
  [
    { role: "assistant", content: "", toolCalls: [{ id: "1", name: "find", arguments: '{"q":1}' }] },
    'calls find({"q":1})',
  ],
  [{ role: "tool", content: "42", toolCallId: "1" }, "42"],
])("%j", (message, text) => {
  expect(messageText(message)).toBe(text);
});

it("shortens a data URL", () => {
  const url = `data:image/png;base64,${"A".repeat(1_000_000)}`;
  const text = messageText({ role: "user", content: [{ type: "image", url }] });
  expect(text).toMatch(/^\[image: data:image\/png;base64,A+… 1,000,022 characters\]$/);
});
