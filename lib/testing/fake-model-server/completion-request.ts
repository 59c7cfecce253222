import type { IncomingMessage } from "node:http";
import { z } from "zod";

/** Text, or parts, of which the texts are read. */
const contentSchema = z.union([
  z.string(),
  z
    .array(z.object({ type: z.string(), text: z.string().optional() }))
    .transform((parts) => parts.map(({ text }) => text ?? "").join("")),
]);

const completionRequestSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: contentSchema })),
  stream: z.boolean().default(false),
  stream_options: z.object({ include_usage: z.boolean() }).optional(),
});

export type CompletionRequest = z.infer<typeof completionRequestSchema>;

/** The request's body, or null if it is not a chat completion request. */
export async function readCompletionRequest(
  request: IncomingMessage,
): Promise<{ completion: CompletionRequest; body: unknown } | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    const parsed = completionRequestSchema.safeParse(body);
    return parsed.success ? { completion: parsed.data, body } : null;
  } catch {
    return null;
  }
}
