import { z } from "zod";
import type { AttemptFacts } from "../grader-kind.ts";

const MAX_CALLS = 1_000;
const measured = z.number("Enter a number, or null for not known.").min(0).nullable().default(null);
const counted = z.int("Enter a whole number, or null for not known.").min(0).nullable().default(null);
const argumentsText = z.union([z.string(), z.unknown().transform((value) => JSON.stringify(value) ?? "")]);

/** The facts of an attempt as typed to try a grader: what is left out is not known. Arguments may be JSON or its text. */
export const attemptFactsSchema = z.strictObject({
  latencyMs: measured,
  timeToFirstTokenMs: measured,
  costMicroUsd: measured,
  promptTokens: counted,
  completionTokens: counted,
  finishReason: z.string().max(200).nullable().default(null),
  toolCalls: z
    .array(z.strictObject({ name: z.string().max(200), arguments: argumentsText }))
    .max(MAX_CALLS)
    .nullable()
    .default(null),
}) satisfies z.ZodType<AttemptFacts>;
