import { z } from "zod";

/** Fields of a request that only the client itself may set; `extra` cannot replace them. */
const reservedRequestFields = ["model", "messages", "stream", "stream_options", "n"] as const;

const reserved: ReadonlySet<string> = new Set(reservedRequestFields);

const toolSchema = z.looseObject({
  type: z.literal("function", { error: 'A tool has the type "function".' }),
  function: z.looseObject({
    name: z.string().min(1, "A tool has a name.").max(200),
    description: z.string().optional(),
    parameters: z.record(z.string(), z.unknown()).optional(),
  }),
});

const toolChoiceSchema = z.union([
  z.enum(["auto", "none", "required"]),
  z.looseObject({ type: z.literal("function"), function: z.looseObject({ name: z.string().min(1) }) }),
]);

const jsonSchemaFormat = z.looseObject({
  type: z.literal("json_schema"),
  json_schema: z.looseObject({
    name: z.string().min(1).max(64),
    schema: z.record(z.string(), z.unknown()),
    strict: z.boolean().nullish(),
  }),
});

/**
 * Sampling parameters of a model version. Tools, the choice among them and a JSON schema have the shape of OpenAI's chat
 * completions, whatever the provider. `extra` is sent to the server as it is, for what only that server knows.
 */
export const modelParametersSchema = z.strictObject({
  temperature: z.number().min(0).max(2).optional(),
  topP: z.number().min(0).max(1).optional(),
  maxTokens: z.int().min(1).max(10_000_000).optional(),
  stop: z.array(z.string().min(1).max(200)).max(16).optional(),
  seed: z.int().optional(),
  responseFormat: z.union([z.enum(["text", "json"]), jsonSchemaFormat]).optional(),
  tools: z.array(toolSchema).min(1).max(128).optional(),
  toolChoice: toolChoiceSchema.optional(),
  extra: z
    .record(z.string(), z.unknown())
    .refine((extra) => !Object.keys(extra).some((key) => reserved.has(key)), {
      error: `Extra parameters cannot contain ${reservedRequestFields.join(", ")}: these are set by the request itself.`,
    })
    .optional(),
});

export type ModelParameters = z.infer<typeof modelParametersSchema>;
