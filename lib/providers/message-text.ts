import type { ChatMessage, ContentPart } from "./provider.ts";

const shownAddressChars = 80;

/** A message as plain text for people: images as their address in brackets, tool calls as the call. */
export function messageText(message: ChatMessage): string {
  const { content } = message;
  const text = typeof content === "string" ? content : content.map(partText).join("\n");
  const calls = message.role === "assistant" ? (message.toolCalls ?? []) : [];
  const lines = calls.map((call) => `calls ${call.name}(${call.arguments})`);
  return [...(text === "" ? [] : [text]), ...lines].join("\n");
}

function partText(part: ContentPart): string {
  return part.type === "text" ? part.text : `[image: ${shortAddress(part.url)}]`;
}

/** A data URL can have megabytes; its start says what it is. */
function shortAddress(url: string): string {
  if (url.length <= shownAddressChars || !url.startsWith("data:")) return url;
  return `${url.slice(0, shownAddressChars)}… ${url.length.toLocaleString("en")} characters`;
}
