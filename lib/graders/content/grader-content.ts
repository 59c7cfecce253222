import { z } from "zod";
import { checkJsonValue } from "#lib/formats/check-json-value.ts";

export const graderNameSchema = z
  .string()
  .trim()
  .min(1, "Give the grader a name.")
  .max(120, "A name has at most 120 characters.")
  .refine((name) => checkJsonValue(name) === null, "The name holds a character that cannot be stored.");

export const directionSchema = z.enum(["higher", "lower"]);

/** The content of a grader version. `config` is checked against the schema of its kind by `parseGraderContent`. */
export const graderContentSchema = z.strictObject({
  kind: z.string().min(1, "Choose a kind of grader.").max(60),
  config: z.record(z.string(), z.unknown()),
  direction: directionSchema,
  threshold: z
    .number("Enter a number from 0 to 1.")
    .min(0, "A threshold is at least 0.")
    .max(1, "A threshold is at most 1."),
  /** A grader of weight 0 is recorded and shown, and does not decide whether an attempt passes. */
  weight: z
    .number("Enter a number from 0 to 100.")
    .min(0, "A weight is at least 0.")
    .max(100, "A weight is at most 100."),
  critical: z.boolean(),
});

export type GraderContentInput = z.input<typeof graderContentSchema>;
