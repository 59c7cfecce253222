import { z } from "zod";

/** Fields of a request that only the client itself may set; `extra` cannot replace them. */
const reservedRequestFields = ["model", "messages", "stream", "stream_options", "n"] as const;

const reserved: ReadonlySet<string> = new Set(reservedRequestFields);

/** Sampling parameters of a model version. `extra` is sent to the server as it is, for what only that server knows. */
export const modelParametersSchema = z.strictObject({
  temperature: z.number().min(0).max(2).optional(),
  topP: z.number().min(0).max(1).optional(),
  maxTokens: z.int().min(1).max(10_000_000).optional(),
  stop: z.array(z.string().min(1).max(200)).max(16).optional(),
  seed: z.int().optional(),
  responseFormat: z.enum(["text", "json"]).optional(),
  extra: z
    .record(z.string(), z.unknown())
    .refine((extra) => !Object.keys(extra).some((key) => reserved.has(key)), {
      error: `Extra parameters cannot contain ${reservedRequestFields.join(", ")}: these are set by the request itself.`,
    })
    .optional(),
});

export type ModelParameters = z.infer<typeof modelParametersSchema>;
