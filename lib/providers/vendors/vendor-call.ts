import { isObject, parseJson } from "../json-fields.ts";
import type { ModelParameters } from "../model-parameters.ts";
import type { AnswerRequest, ChatMessage, ContentPart, MessageContent } from "../provider.ts";
import type { VendorCall } from "./vendor-model.ts";

type VendorMessage = VendorCall["prompt"][number];
type UserPart = Extract<VendorMessage, { role: "user" }>["content"][number];
type VendorTools = NonNullable<VendorCall["tools"]>;

/** A request in the vendor packages' own shape. What a vendor does not know is left out by its package. */
export function vendorCall(request: AnswerRequest, abortSignal: AbortSignal): VendorCall {
  const { parameters } = request;
  return {
    prompt: vendorPrompt(request.messages),
    temperature: parameters.temperature,
    topP: parameters.topP,
    maxOutputTokens: parameters.maxTokens,
    stopSequences: parameters.stop,
    seed: request.seed ?? parameters.seed,
    responseFormat: vendorFormat(parameters.responseFormat),
    tools: parameters.tools?.map(vendorTool),
    toolChoice: vendorToolChoice(parameters.toolChoice),
    abortSignal,
  };
}

function vendorPrompt(messages: readonly ChatMessage[]): VendorMessage[] {
  const toolNames = new Map<string, string>();
  return messages.map((message) => vendorMessage(message, toolNames));
}

/** `toolNames` collects the names of calls by their ids: a result carries the id alone, and vendors want the name. */
function vendorMessage(message: ChatMessage, toolNames: Map<string, string>): VendorMessage {
  switch (message.role) {
    case "system":
      return { role: "system", content: plainText(message.content) };
    case "user":
      return { role: "user", content: partsOf(message.content).map(userPart) };
    case "assistant": {
      const calls = message.toolCalls ?? [];
      for (const call of calls) toolNames.set(call.id, call.name);
      const text = plainText(message.content);
      return {
        role: "assistant",
        content: [
          ...(text === "" ? [] : [{ type: "text" as const, text }]),
          ...calls.map((call) => ({
            type: "tool-call" as const,
            toolCallId: call.id,
            toolName: call.name,
            input: parseJson(call.arguments) ?? call.arguments,
          })),
        ],
      };
    }
    case "tool": {
      const { toolCallId } = message;
      const output = { type: "text" as const, value: plainText(message.content) };
      const toolName = toolNames.get(toolCallId) ?? "tool";
      return { role: "tool", content: [{ type: "tool-result", toolCallId, toolName, output }] };
    }
  }
}

function partsOf(content: MessageContent): readonly ContentPart[] {
  return typeof content === "string" ? [{ type: "text", text: content }] : content;
}

function plainText(content: MessageContent): string {
  return partsOf(content)
    .map((part) => (part.type === "text" ? part.text : part.url))
    .join("\n");
}

/** An address goes to the vendor as it is: nothing is downloaded here. */
function userPart(part: ContentPart): UserPart {
  if (part.type === "text") return { type: "text", text: part.text };
  const [, mediaType, data] = /^data:([^;,]+);base64,(.*)$/is.exec(part.url) ?? [];
  if (mediaType !== undefined && data !== undefined) {
    return { type: "file", mediaType, data: { type: "data", data } };
  }
  return { type: "file", mediaType: mediaTypeOf(part.url), data: { type: "url", url: new URL(part.url) } };
}

/** By the ending of the path: Google wants to be told, and the others look for themselves. */
function mediaTypeOf(address: string): string {
  const ending = /\.(png|gif|webp|avif|heic)$/i.exec(new URL(address).pathname)?.[1];
  return ending === undefined ? "image/jpeg" : `image/${ending.toLowerCase()}`;
}

function vendorFormat(format: ModelParameters["responseFormat"]): VendorCall["responseFormat"] {
  if (format === undefined || format === "text") return undefined;
  if (format === "json") return { type: "json" };
  const { name, schema } = format.json_schema;
  return { type: "json", name, schema };
}

function vendorTool({ function: tool }: NonNullable<ModelParameters["tools"]>[number]): VendorTools[number] {
  const { name, description, parameters } = tool;
  return {
    type: "function",
    name,
    inputSchema: parameters ?? { type: "object", properties: {} },
    ...(description === undefined ? {} : { description }),
  };
}

function vendorToolChoice(choice: ModelParameters["toolChoice"]): VendorCall["toolChoice"] {
  if (choice === undefined) return undefined;
  return isObject(choice) ? { type: "tool", toolName: choice.function.name } : { type: choice };
}
