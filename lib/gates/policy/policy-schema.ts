import { z } from "zod";

const fraction = z.number().min(0).max(1);
const positive = z.number().positive().finite();

/**
 * What a run must meet. A part that is null asks for nothing. One policy serves the page, the API, the command line and the gateway.
 * Planned attempts that are missing, errored or unscored count against the run in every part that speaks of a share of its cases.
 */
export const policySchema = z.strictObject({
  /** The lower 95 % limit of the pass rate (Clopper-Pearson; by cluster where there are any) must reach it. */
  passRate: fraction.nullable().default(null),
  /** Paired with the approved baseline: a loss of as much as the margin must be ruled out (one-sided 5 %). */
  regression: z
    .strictObject({ margin: z.number().gt(0).max(0.5) })
    .nullable()
    .default(null),
  /** No case that the baseline passed may fail: those with the tag, and those that fail a critical grader. */
  critical: z
    .strictObject({ tag: z.string().trim().min(1).max(80).nullable() })
    .nullable()
    .default(null),
  /** The lower limit of each slice's pass rate must reach its floor; together with Holm's correction. */
  slices: z
    .array(z.strictObject({ dimension: z.string().min(1), value: z.string(), passRate: fraction }))
    .max(50)
    .default([]),
  /** The upper 95 % limit of the p95 latency (order statistics) must not exceed it. */
  latencyP95Ms: positive.nullable().default(null),
  /** The mean over answers with a known cost; an unknown cost is not enough evidence. */
  costPerCaseMicroUsd: positive.nullable().default(null),
  /** Share of planned attempts without a verdict: errored, unscored or missing. */
  withoutVerdictShare: fraction.nullable().default(null),
  /** Cases with a verdict. */
  minimumCases: z.number().int().min(1).nullable().default(null),
});
export type Policy = z.output<typeof policySchema>;
export type PolicyInput = z.input<typeof policySchema>;
