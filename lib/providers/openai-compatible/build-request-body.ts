import type { ModelParameters } from "../model-parameters.ts";
import type { AnswerRequest, ChatMessage, MessageContent, ToolCall } from "../provider.ts";

type StreamMode = "stream-with-usage" | "stream" | "whole";

/** The JSON body of a chat completion request. `extra` comes first, so it can add fields but replace none of ours. */
export function buildRequestBody(model: string, request: AnswerRequest, mode: StreamMode): string {
  const { parameters } = request;
  const body: Record<string, unknown> = { ...parameters.extra };
  // An undefined field would hide what `extra` says under the same name.
  const set = (name: string, value: unknown) => {
    if (value !== undefined) body[name] = value;
  };
  set("temperature", parameters.temperature);
  set("top_p", parameters.topP);
  set("max_tokens", parameters.maxTokens);
  set("stop", parameters.stop);
  set("seed", request.seed ?? parameters.seed);
  set("response_format", wireFormat(parameters.responseFormat));
  set("tools", parameters.tools);
  set("tool_choice", parameters.toolChoice);
  body.model = model;
  body.messages = request.messages.map(wireMessage);
  body.stream = mode !== "whole";
  body.stream_options = mode === "stream-with-usage" ? { include_usage: true } : undefined;
  return JSON.stringify(body);
}

function wireFormat(format: ModelParameters["responseFormat"]): unknown {
  if (format === undefined || format === "text") return undefined;
  return format === "json" ? { type: "json_object" } : format;
}

function wireMessage(message: ChatMessage): Record<string, unknown> {
  const content = wireContent(message.content);
  switch (message.role) {
    case "system":
    case "user":
      return { role: message.role, content };
    case "assistant":
      return message.toolCalls === undefined
        ? { role: message.role, content }
        : { role: message.role, content, tool_calls: message.toolCalls.map(wireToolCall) };
    case "tool":
      return { role: message.role, tool_call_id: message.toolCallId, content };
  }
}

function wireContent(content: MessageContent): unknown {
  if (typeof content === "string") return content;
  return content.map((part) =>
    part.type === "text"
      ? { type: "text", text: part.text }
      : { type: "image_url", image_url: { url: part.url } },
  );
}

function wireToolCall(call: ToolCall): Record<string, unknown> {
  return { id: call.id, type: "function", function: { name: call.name, arguments: call.arguments } };
}
