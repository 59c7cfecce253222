import { z } from "zod";
import { idSchema } from "#lib/ids/id-schema.ts";
import type { GraderReferences } from "../grader-kind.ts";

export const MAX_JUDGES = 5;

/** The models that judge, each a version of a model of the workspace. Empty only until somebody has chosen. */
export const judgesSchema = z
  .array(idSchema)
  .max(MAX_JUDGES, `At most ${MAX_JUDGES} models can judge together.`)
  .refine((judges) => new Set(judges).size === judges.length, "The same model is chosen twice.");

/** How often each judge is asked about one answer. An odd number, so that a majority can be found. */
export const samplesSchema = z
  .int("Enter a whole number.")
  .min(1, "A judge is asked at least once.")
  .max(9, "A judge is asked at most 9 times.")
  .refine((samples) => samples % 2 === 1, "Enter an odd number, so that there is a majority.");

export const instructionsSchema = z.string().max(20_000, "Instructions have at most 20,000 characters.");

export function promptVersionSchema(versions: readonly { version: number }[]) {
  return z.int().refine((version) => versions.some((one) => one.version === version), {
    error: "There is no prompt of this version.",
  });
}

/** The version that a configuration names; the schema has seen to it that there is one. */
export function promptOf<Prompt extends { version: number }>(
  prompts: readonly [Prompt, ...Prompt[]],
  version: number,
): Prompt {
  return prompts.find((prompt) => prompt.version === version) ?? prompts[0];
}

export function judgeReferences({ judges }: { judges: readonly string[] }): GraderReferences {
  const missing: GraderReferences["missing"] =
    judges.length === 0 ? { judges: "Choose the model that judges." } : {};
  return { modelVersionIds: judges, missing };
}

export const noJudge = "No model is chosen as the judge. Choose one in the grader's settings.";
