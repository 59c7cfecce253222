import { z } from "zod";

export const barRules = [
  "pass rate",
  "regression",
  "critical cases",
  "slice",
  "latency",
  "cost",
  "without verdict",
  "minimum cases",
  "cost per 1,000",
  "self-hosted",
  "licence",
] as const;

/** One rule of the bar against one model, as it is frozen in a decision: a rule of the policy, or one of the bar's own. */
export const barOutcomeSchema = z.object({
  rule: z.enum(barRules),
  slice: z.object({ dimension: z.string(), value: z.string() }).nullable(),
  verdict: z.enum(["pass", "fail", "not enough evidence"]),
  /** One sentence with the number, its interval, n and the bar. */
  sentence: z.string(),
  value: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  /** Null where the rule is no limit on a number. */
  bar: z.number().nullable(),
  unit: z.enum(["fraction", "milliseconds", "micro-dollars", "cases", "none"]),
  n: z.number(),
  method: z.string().nullable(),
  casesNeeded: z.number().nullable(),
});
export type BarOutcome = z.infer<typeof barOutcomeSchema>;
