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
  const text = await readBody(request);
  try {
    const body: unknown = JSON.parse(text);
    const parsed = completionRequestSchema.safeParse(body);
    return parsed.success ? { completion: parsed.data, body } : null;
  } catch {
    return null;
  }
}

/** By its events: iterating over the request takes several times as long. */
export function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.once("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.once("error", reject);
  });
}
