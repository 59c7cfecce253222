import { z } from "zod";
import type { ChatMessage } from "./provider.ts";

const contentSchema = z.union([
  z.string(),
  z.array(
    z.union([
      z.object({ type: z.literal("text"), text: z.string() }),
      z.object({ type: z.literal("image"), url: z.string() }),
    ]),
  ),
]);

/** Calls of tools, as a model asked for them and as they are stored. */
export const toolCallsSchema = z.array(z.object({ id: z.string(), name: z.string(), arguments: z.string() }));

/** Messages as they were sent, read back from where they were stored. */
export const chatMessagesSchema: z.ZodType<ChatMessage[]> = z.array(
  z.discriminatedUnion("role", [
    z.object({ role: z.enum(["system", "user"]), content: contentSchema }),
    z.object({
      role: z.literal("assistant"),
      content: contentSchema,
      toolCalls: toolCallsSchema.optional(),
    }),
    z.object({ role: z.literal("tool"), content: contentSchema, toolCallId: z.string() }),
  ]),
);
