import { z } from "zod";
import { splitSchema } from "#lib/datasets/split-schema.ts";
import { idSchema } from "#lib/ids/id-schema.ts";
import { modelParametersSchema } from "#lib/providers/model-parameters.ts";
import { storable } from "./storable.ts";
import { promptMessagesSchema } from "./template/prompt-message.ts";

const MAX_PRICE = 2_000_000_000;

export const modelNameSchema = z
  .string()
  .trim()
  .min(1, "Give the model a name.")
  .max(120, "A name has at most 120 characters.")
  .superRefine(storable);

/** Micro-dollars per million tokens; null is unknown. */
const priceSchema = z
  .int("A price is in whole micro-dollars per million tokens.")
  .min(0, "A price cannot be negative.")
  .max(MAX_PRICE, "A price is at most $2,000 per million tokens.")
  .nullable()
  .default(null);

export const serverModelConfigSchema = z.strictObject({
  provider: z.literal("connection"),
  connectionId: idSchema,
  providerModel: z
    .string()
    .trim()
    .min(1, "Enter the id that the server knows the model by.")
    .max(300, "A model id has at most 300 characters."),
  messages: promptMessagesSchema,
  parameters: modelParametersSchema.default({}),
  inputPrice: priceSchema,
  outputPrice: priceSchema,
});

export const builtInConfigSchema = z.strictObject({
  provider: z.literal("built_in"),
  builtInKind: z.string().min(1, "Choose a built-in model.").max(100),
  /** Checked against the schema of its kind. */
  builtInConfig: z.record(z.string(), z.unknown()).default({}),
  trainingVersionId: idSchema.nullable().default(null),
  /** Empty means all splits. */
  trainingSplits: z.array(splitSchema).max(3).default([]),
});

/** The content of a model version. */
export const modelConfigSchema = z
  .discriminatedUnion("provider", [serverModelConfigSchema, builtInConfigSchema])
  .superRefine(storable);

export type ModelConfig = z.output<typeof modelConfigSchema>;
export type ModelConfigInput = z.input<typeof modelConfigSchema>;
export type ServerModelConfig = z.output<typeof serverModelConfigSchema>;
export type BuiltInModelConfig = z.output<typeof builtInConfigSchema>;
