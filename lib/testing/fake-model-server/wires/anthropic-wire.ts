import { z } from "zod";
import { contentSchema } from "./openai-wire.ts";
import { type AnswerContent, eventText, type Wire } from "./wire.ts";

const requestSchema = z.object({
  model: z.string(),
  system: contentSchema,
  messages: z.array(z.object({ role: z.string(), content: contentSchema })),
  max_tokens: z.int().min(1),
  stream: z.boolean().default(false),
});

const stopReasons: Readonly<Record<string, string>> = {
  stop: "end_turn",
  length: "max_tokens",
  tool_calls: "tool_use",
  content_filter: "refusal",
};

/** Anthropic's messages. */
export const anthropicWire: Wire = {
  prefix: "/anthropic/v1",
  read(path, body) {
    const parsed = path === "/messages" ? requestSchema.safeParse(body) : null;
    if (!parsed?.success) return null;
    const { model, system, messages, stream } = parsed.data;
    const first = system === "" ? [] : [{ role: "system", content: system }];
    return { model, messages: [...first, ...messages], stream, wantsUsage: true, hasStreamOptions: false };
  },
  sentKey: (headers) => String(headers["x-api-key"] ?? ""),
  streamed(content) {
    const stop = { stop_reason: stopReason(content), stop_sequence: null };
    return {
      start: [
        named({ type: "message_start", message: { ...messageOf(content), content: [], stop_reason: null } }),
        named({ type: "content_block_start", index: 0, content_block: { type: "text", text: "" } }),
        named({ type: "ping" }),
      ],
      pieces: content.pieces.map((text) =>
        named({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } }),
      ),
      end: [
        named({ type: "content_block_stop", index: 0 }),
        ...content.toolCalls.flatMap(toolUseEvents),
        named({
          type: "message_delta",
          delta: stop,
          usage: { output_tokens: content.usage?.completion ?? 0 },
        }),
        named({ type: "message_stop" }),
      ],
    };
  },
  whole: (content) => ({
    ...messageOf(content),
    content: [{ type: "text", text: content.pieces.join("") }],
    stop_reason: stopReason(content),
  }),
  error: (status, message) => ({
    type: "error",
    error: { type: errorTypes[status] ?? "api_error", message },
  }),
  listPath: "/models",
  list: (models) => ({
    data: models.map((id) => ({ type: "model", id, display_name: id })),
    has_more: false,
  }),
};

const errorTypes: Readonly<Record<number, string>> = {
  400: "invalid_request_error",
  401: "authentication_error",
  429: "rate_limit_error",
  529: "overloaded_error",
};

function named(data: { type: string } & Record<string, unknown>): string {
  return eventText(data, data.type);
}

function stopReason({ finishReason }: AnswerContent): string {
  return stopReasons[finishReason] ?? finishReason;
}

function messageOf({ id, model, usage }: AnswerContent) {
  const counts = {
    input_tokens: usage?.prompt ?? 0,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 0,
    output_tokens: usage?.completion ?? 0,
  };
  return { id, type: "message", role: "assistant", model, stop_sequence: null, usage: counts };
}

function toolUseEvents(call: AnswerContent["toolCalls"][number], position: number): string[] {
  const index = position + 1;
  const block = { type: "tool_use", id: call.id, name: call.name, input: {} };
  const half = Math.ceil(call.arguments.length / 2);
  const delta = (text: string) =>
    named({ type: "content_block_delta", index, delta: { type: "input_json_delta", partial_json: text } });
  return [
    named({ type: "content_block_start", index, content_block: block }),
    delta(call.arguments.slice(0, half)),
    delta(call.arguments.slice(half)),
    named({ type: "content_block_stop", index }),
  ];
}
