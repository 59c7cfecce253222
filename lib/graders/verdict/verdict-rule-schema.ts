import { z } from "zod";
import type { VerdictRule } from "./verdict-rule.ts";

export const verdictRuleSchema: z.ZodType<VerdictRule, VerdictRule> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("all") }),
  z.strictObject({ kind: z.literal("any") }),
  z.strictObject({
    kind: z.literal("weighted"),
    threshold: z
      .number("Enter a number from 0 to 1.")
      .min(0, "The mean is at least 0.")
      .max(1, "The mean is at most 1."),
  }),
]);
