import { z } from "zod";
import { checkJsonValue } from "#lib/formats/check-json-value.ts";

const storableText = (text: string) => checkJsonValue(text) === null;

export const datasetDetailsSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Give the dataset a name.")
    .max(120, "A name has at most 120 characters.")
    .refine(storableText, "The name holds a character that cannot be stored."),
  description: z
    .string()
    .trim()
    .max(4000, "A description has at most 4,000 characters.")
    .refine(storableText, "The description holds a character that cannot be stored.")
    .default(""),
});

export type DatasetDetailsInput = z.input<typeof datasetDetailsSchema>;
