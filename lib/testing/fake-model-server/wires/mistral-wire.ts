import { chunkEvent, openAiUsage, openAiWire, wireCall } from "./openai-wire.ts";
import { eventText, type Wire } from "./wire.ts";

/** Mistral's chat completions: OpenAI's, with the usage in the last chunk and each tool call in one piece. */
export const mistralWire: Wire = {
  ...openAiWire,
  prefix: "/mistral/v1",
  read(path, body) {
    const request = openAiWire.read(path, body);
    return request === null ? null : { ...request, wantsUsage: true };
  },
  streamed(content) {
    const { id, model, finishReason } = content;
    const calls = content.toolCalls.map((call, index) => ({ index, ...wireCall(call) }));
    const delta = calls.length > 0 ? { content: "", tool_calls: calls } : { content: "" };
    const choices = [{ index: 0, delta, finish_reason: finishReason }];
    const last = {
      id,
      object: "chat.completion.chunk",
      created: 1,
      model,
      choices,
      usage: openAiUsage(content),
    };
    return {
      start: [chunkEvent(content, { role: "assistant", content: "" }, null)],
      pieces: content.pieces.map((piece) => chunkEvent(content, { content: piece }, null)),
      end: [eventText(last), "data: [DONE]\n\n"],
    };
  },
  error: (_status, message) => ({ object: "error", message, type: "invalid_request_error", code: "1000" }),
};
