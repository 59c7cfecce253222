import { isObject, listOf, memberOf, textOf } from "#lib/providers/json-fields.ts";
import type { ChatMessage, ContentPart, MessageContent, ToolCall } from "#lib/providers/provider.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { isImageAddress } from "./image-address.ts";

/**
 * The messages that a case holds: `[{role, content}]` or `{messages: [...]}` in the shape of OpenAI's chat completions, with
 * parts, images, tool calls and tool results; a plain text is one user message. The texts are taken unread.
 * Throws a permanent `ProviderError` that says which message cannot be read.
 */
export function readCaseMessages(value: unknown, field: string): ChatMessage[] {
  if (typeof value === "string") return [{ role: "user", content: value }];
  const list = listOf(value) ?? listOf(memberOf(value, "messages"));
  if (list === null) throw noConversation(field);
  return list.map((message, index) => readMessage(message, `Message ${index + 1} of {{${field}}}`));
}

function readMessage(message: unknown, where: string): ChatMessage {
  const role = textOf(memberOf(message, "role"));
  const content = readContent(memberOf(message, "content"), where);
  switch (role) {
    case "system":
    case "developer":
      return { role: "system", content };
    case "user":
      return { role: "user", content };
    case "assistant": {
      const toolCalls = listOf(memberOf(message, "tool_calls") ?? memberOf(message, "toolCalls")) ?? [];
      if (toolCalls.length === 0) return { role, content };
      return { role, content, toolCalls: toolCalls.map((call) => readToolCall(call, where)) };
    }
    case "tool": {
      const toolCallId = textOf(memberOf(message, "tool_call_id") ?? memberOf(message, "toolCallId"));
      if (toolCallId === null) throw unreadable(`${where} has the role tool and no tool_call_id`);
      return { role, content, toolCallId };
    }
    default:
      throw unreadable(`${where} has no role that is known: system, user, assistant or tool`);
  }
}

function readContent(content: unknown, where: string): MessageContent {
  if (typeof content === "string") return content;
  if (content === null || content === undefined) return "";
  const parts = listOf(content);
  if (parts === null) throw unreadable(`${where} has a content that is neither a text nor a list of parts`);
  return parts.map((part) => readPart(part, where));
}

function readPart(part: unknown, where: string): ContentPart {
  if (typeof part === "string") return { type: "text", text: part };
  const text = textOf(memberOf(part, "text"));
  if (text !== null) return { type: "text", text };
  const image = memberOf(part, "image_url") ?? memberOf(part, "image") ?? memberOf(part, "url");
  const url = textOf(image) ?? textOf(memberOf(image, "url"));
  if (url !== null && isImageAddress(url)) return { type: "image", url };
  throw unreadable(`${where} has a part that is neither a text nor an image with an http(s) or data address`);
}

function readToolCall(call: unknown, where: string): ToolCall {
  const called = memberOf(call, "function") ?? call;
  const id = textOf(memberOf(call, "id"));
  const name = textOf(memberOf(called, "name"));
  if (id === null || name === null) throw unreadable(`${where} has a tool call without id or name`);
  const given = memberOf(called, "arguments");
  return { id, name, arguments: textOf(given) ?? (isObject(given) ? JSON.stringify(given) : "") };
}

function noConversation(field: string): ProviderError {
  return unreadable(`{{${field}}} of this case is neither a list of messages nor a text`);
}

function unreadable(what: string): ProviderError {
  const message = `${what}. Correct the case, for example [{"role": "user", "content": "Hello"}].`;
  return new ProviderError(message, { errorClass: "permanent", code: "bad-request" });
}
