import { z } from "zod";
import { instructionsSchema, judgesSchema, promptVersionSchema, samplesSchema } from "../judge-config.ts";
import { rubricPrompts } from "../prompts/rubric-prompts.ts";

const nameSchema = z.string().trim().min(1, "Give it a name.").max(80, "A name has at most 80 characters.");
const descriptionSchema = z.string().max(4_000, "A description has at most 4,000 characters.");

const criterionSchema = z.strictObject({
  name: nameSchema,
  description: descriptionSchema,
  weight: z.number("Enter a number.").min(0.01, "A weight is above 0.").max(100, "A weight is at most 100."),
});

const choiceSchema = z.strictObject({
  label: nameSchema,
  description: descriptionSchema,
  score: z.number("Enter a number.").min(0, "A score is at least 0.").max(1, "A score is at most 1."),
});

const namesDiffer = (names: readonly string[]) =>
  new Set(names.map((name) => name.toLowerCase())).size === names.length;

export const rubricConfigSchema = z.strictObject({
  judges: judgesSchema,
  samples: samplesSchema,
  promptVersion: promptVersionSchema(rubricPrompts),
  /** Pass or fail for each criterion, or one of several labels with scores. */
  scale: z.enum(["criteria", "choices"]),
  criteria: z
    .array(criterionSchema)
    .min(1, "Name at least one criterion.")
    .max(20, "At most 20 criteria.")
    .refine((list) => namesDiffer(list.map(({ name }) => name)), "Two criteria have the same name."),
  /** `all`: 1 when every criterion is met, else 0. `share`: the weighted share of those that are met. */
  combine: z.enum(["all", "share"]),
  choices: z
    .array(choiceSchema)
    .min(2, "Name at least two choices.")
    .max(20, "At most 20 choices.")
    .refine((list) => namesDiffer(list.map(({ label }) => label)), "Two choices have the same label."),
  /** Whether the judge sees the expected value. `required`: cases without one are unscored. */
  reference: z.enum(["none", "when-there", "required"]),
  instructions: instructionsSchema,
});
export type RubricConfig = z.output<typeof rubricConfigSchema>;
