import { z } from "zod";
import { type AnswerContent, eventText, type StreamedEvents, type Wire } from "./wire.ts";

/** Text, or parts, of which the texts are read. */
export const contentSchema = z
  .union([
    z.string(),
    z
      .array(z.object({ type: z.string(), text: z.string().optional() }))
      .transform((parts) => parts.map(({ text }) => text ?? "").join("")),
  ])
  .nullish()
  .transform((content) => content ?? "");

const requestSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: contentSchema })),
  stream: z.boolean().default(false),
  stream_options: z.object({ include_usage: z.boolean() }).optional(),
  response_format: z.unknown().optional(),
});

/** OpenAI's chat completions, as many servers speak them. */
export const openAiWire: Wire = {
  prefix: "/v1",
  read(path, body) {
    const parsed = path === "/chat/completions" ? requestSchema.safeParse(body) : null;
    if (!parsed?.success) return null;
    const { model, messages, stream, stream_options: options, response_format: format } = parsed.data;
    const wantsUsage = options?.include_usage ?? false;
    return {
      model,
      messages,
      stream,
      wantsUsage,
      hasStreamOptions: options !== undefined,
      hasResponseFormat: format !== undefined,
    };
  },
  sentKey: ({ authorization = "" }) => authorization.replace(/^Bearer /, ""),
  streamed(content) {
    const chunk = (delta: unknown, reason: string | null = null) => chunkEvent(content, delta, reason);
    return {
      start: [chunk({ role: "assistant", content: "" })],
      pieces: content.pieces.map((piece) => chunk({ content: piece })),
      end: [
        ...content.toolCalls.flatMap(toolCallDeltas).map((delta) => chunk(delta)),
        chunk({}, content.finishReason),
        ...usageEvents(content),
        "data: [DONE]\n\n",
      ],
    };
  },
  whole(content) {
    const calls = content.toolCalls.map((call, index) => ({ index, ...wireCall(call) }));
    const called = calls.length > 0 ? { tool_calls: calls } : {};
    const message = { role: "assistant", content: content.pieces.join(""), ...called };
    const choices = [{ index: 0, message, finish_reason: content.finishReason }];
    const { id, model } = content;
    return { id, object: "chat.completion", model, choices, usage: openAiUsage(content) };
  },
  error: (_status, message) => ({ error: { message, type: "invalid_request_error", code: null } }),
  listPath: "/models",
  list: (models) => ({ object: "list", data: models.map((id) => ({ id, object: "model" })) }),
};

export function chunkEvent(content: AnswerContent, delta: unknown, reason: string | null): string {
  const choices = [{ index: 0, delta, finish_reason: reason }];
  const { id, model } = content;
  return eventText({ id, object: "chat.completion.chunk", created: 1, model, choices });
}

export function openAiUsage({ usage }: AnswerContent) {
  if (usage === null) return undefined;
  return {
    prompt_tokens: usage.prompt,
    completion_tokens: usage.completion,
    total_tokens: usage.prompt + usage.completion,
    prompt_tokens_details: { cached_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0 },
  };
}

function usageEvents(content: AnswerContent): StreamedEvents["end"] {
  const usage = openAiUsage(content);
  if (usage === undefined) return [];
  return [eventText({ id: content.id, model: content.model, choices: [], usage })];
}

type Call = AnswerContent["toolCalls"][number];

export function wireCall({ id, name, arguments: text }: Call) {
  return { id, type: "function", function: { name, arguments: text } };
}

/** A call in two pieces, as servers send them: its name and the first half of the arguments, then the rest. */
function toolCallDeltas(call: Call, index: number): unknown[] {
  const half = Math.ceil(call.arguments.length / 2);
  const first = { index, ...wireCall({ ...call, arguments: call.arguments.slice(0, half) }) };
  const rest = { index, function: { arguments: call.arguments.slice(half) } };
  return [{ tool_calls: [first] }, { tool_calls: [rest] }];
}
