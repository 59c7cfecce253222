import { z } from "zod";
import type { RuleOutcome } from "../policy/rule-outcome.ts";

export const storedVerdictSchema = z.enum(["pass", "fail", "not enough evidence"]);

const ruleSchema = z.object({
  rule: z.enum([
    "pass rate",
    "regression",
    "critical cases",
    "slice",
    "latency",
    "cost",
    "without verdict",
    "minimum cases",
  ]),
  slice: z.object({ dimension: z.string(), value: z.string() }).nullable(),
  verdict: storedVerdictSchema,
  sentence: z.string(),
  value: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  bar: z.number(),
  unit: z.enum(["fraction", "milliseconds", "micro-dollars", "cases"]),
  n: z.number(),
  method: z.string().nullable(),
  casesNeeded: z.number().nullable(),
}) satisfies z.ZodType<RuleOutcome>;

/** The outcomes of a policy's rules, as a result keeps them. */
export const storedRulesSchema = z.array(ruleSchema);
