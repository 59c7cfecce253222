import { z } from "zod";
import { type AnswerContent, eventText, type Wire } from "./wire.ts";

const partsSchema = z
  .object({ parts: z.array(z.object({ text: z.string().optional() })) })
  .transform(({ parts }) => parts.map(({ text }) => text ?? "").join(""));
const requestSchema = z.object({
  systemInstruction: partsSchema.optional(),
  contents: z.array(z.object({ role: z.string().default("user") }).loose()),
});

const finishReasons: Readonly<Record<string, string>> = {
  stop: "STOP",
  tool_calls: "STOP",
  length: "MAX_TOKENS",
  content_filter: "SAFETY",
};
const statusNames: Readonly<Record<number, string>> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  429: "RESOURCE_EXHAUSTED",
  503: "UNAVAILABLE",
};

/** Google's Gemini API. */
export const googleWire: Wire = {
  prefix: "/google/v1beta",
  read(path, body) {
    const [, model, verb] = /^\/models\/([^/:]+):(streamGenerateContent|generateContent)/.exec(path) ?? [];
    const parsed = requestSchema.safeParse(body);
    if (model === undefined || !parsed.success) return null;
    const { systemInstruction, contents } = parsed.data;
    const first = systemInstruction === undefined ? [] : [{ role: "system", content: systemInstruction }];
    const messages = contents.map((content) => ({
      role: content.role,
      content: partsSchema.catch("").parse(content),
    }));
    const stream = verb === "streamGenerateContent";
    return { model, messages: [...first, ...messages], stream, wantsUsage: true, hasStreamOptions: false };
  },
  sentKey: (headers) => String(headers["x-goog-api-key"] ?? ""),
  streamed(content) {
    const event = (parts: unknown[], finishReason?: string) =>
      eventText({ ...responseOf(content), candidates: [candidate(parts, finishReason)] });
    const calls = content.toolCalls.map((call) => ({
      functionCall: { id: call.id, name: call.name, args: JSON.parse(call.arguments) },
    }));
    return {
      start: [],
      pieces: content.pieces.map((text) => event([{ text }])),
      end: [event(calls.length > 0 ? calls : [{ text: "" }], finishReasonOf(content))],
    };
  },
  whole: (content) => ({
    ...responseOf(content),
    candidates: [candidate([{ text: content.pieces.join("") }], finishReasonOf(content))],
  }),
  error: (status, message) => ({
    error: { code: status, message, status: statusNames[status] ?? "INTERNAL" },
  }),
  listPath: "/models",
  list: (models) => ({
    models: models.map((id) => ({ name: `models/${id}`, supportedGenerationMethods: ["generateContent"] })),
  }),
};

function candidate(parts: unknown[], finishReason?: string) {
  return { index: 0, content: { role: "model", parts }, ...(finishReason ? { finishReason } : {}) };
}

function finishReasonOf({ finishReason }: AnswerContent): string {
  return finishReasons[finishReason] ?? finishReason;
}

function responseOf({ id, model, usage }: AnswerContent) {
  const counts =
    usage === null
      ? {}
      : {
          usageMetadata: {
            promptTokenCount: usage.prompt,
            candidatesTokenCount: usage.completion,
            totalTokenCount: usage.prompt + usage.completion,
          },
        };
  return { ...counts, modelVersion: model, responseId: id };
}
