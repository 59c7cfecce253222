import type { ModelParameters } from "../model-parameters.ts";
import type { AnswerRequest, ChatMessage, MessageContent, ToolCall } from "../provider.ts";

type StreamMode = "stream-with-usage" | "stream" | "whole";

/** The JSON body of a chat completion request. `extra` comes first, so it can add fields but replace none of ours. */
export function buildRequestBody(model: string, request: AnswerRequest, mode: StreamMode): string {
  const { parameters } = request;
  return JSON.stringify({
    ...parameters.extra,
    ...definedOnly({
      temperature: parameters.temperature,
      top_p: parameters.topP,
      max_tokens: parameters.maxTokens,
      stop: parameters.stop,
      seed: request.seed ?? parameters.seed,
      response_format: wireFormat(parameters.responseFormat),
      tools: parameters.tools,
      tool_choice: parameters.toolChoice,
    }),
    model,
    messages: request.messages.map(wireMessage),
    ...(mode === "whole" ? { stream: false } : { stream: true }),
    stream_options: mode === "stream-with-usage" ? { include_usage: true } : undefined,
  });
}

/** Undefined fields would hide what `extra` says under the same name. */
function definedOnly(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
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
