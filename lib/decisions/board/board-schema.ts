import { z } from "zod";
import { barOutcomeSchema } from "../bar/bar-outcome.ts";
import { barSchema } from "../bar/bar-schema.ts";

const figureSchema = z.object({
  value: z.number(),
  lower: z.number(),
  upper: z.number(),
  n: z.number(),
  method: z.string(),
});
/** A number with its 95 % interval, n and method. */
export type Figure = z.infer<typeof figureSchema>;

const latencySchema = figureSchema.extend({
  /** Null: not estimable, because that limit lies outside the sample. */
  lower: z.number().nullable(),
  upper: z.number().nullable(),
});
export type LatencyFigure = z.infer<typeof latencySchema>;

const costSchema = figureSchema.extend({
  /** Entered by whoever asked, not measured: it has no interval. */
  stated: z.boolean(),
  /** Answers whose cost is not known; they are not in the mean. */
  unknown: z.number(),
});
/** Micro-dollars per 1,000 requests. */
export type CostFigure = z.infer<typeof costSchema>;

const pricesSchema = z.object({
  inputPrice: z.number().nullable(),
  outputPrice: z.number().nullable(),
  cachedInputPrice: z.number().nullable(),
});
/** Micro-dollars per million tokens; null is unknown. */
export type FrozenPrices = z.infer<typeof pricesSchema>;

export const hostings = ["own machines", "outside", "unknown"] as const;
export type Hosting = (typeof hostings)[number];

export const standings = ["clears", "misses", "not enough evidence"] as const;
/** Null where the bar asks for nothing. */
export type Standing = (typeof standings)[number];

const candidateSchema = z.object({
  run: z.object({ id: z.string(), number: z.number(), finishedAt: z.string().nullable() }),
  model: z.object({ id: z.string(), name: z.string(), versionId: z.string(), version: z.number() }),
  datasetVersion: z.object({ id: z.string(), number: z.number() }),
  graders: z.array(
    z.object({ graderId: z.string(), name: z.string(), versionId: z.string(), version: z.number() }),
  ),
  hosting: z.enum(hostings),
  /** Empty is not known. */
  licence: z.string().default(""),
  /** What the model costs per token by the prices that were valid when the decision was weighed. */
  prices: pricesSchema,
  /** Billions of parameters in total, as somebody said or as the model's name says; null where neither does. */
  parametersBillion: z.number().nullable(),
  /** The same with where it is from; null as well on boards from before it was kept. */
  size: z
    .object({ total: z.number(), active: z.number().nullable(), source: z.enum(["stated", "name"]) })
    .nullable()
    .default(null),
  passRate: figureSchema.nullable(),
  latencyP95Ms: latencySchema.nullable(),
  costPer1000: costSchema.nullable(),
  rules: z.array(barOutcomeSchema),
  standing: z.enum(standings).nullable(),
  /** The largest number that any of its open rules asks for. */
  casesNeeded: z.number().nullable(),
  /** Cases of its dataset version that the run did not ask. */
  casesLeft: z.number(),
  repetitions: z.number(),
  /** The model that is no worse, not dearer and not slower, and better in one of them. */
  dominatedBy: z.string().nullable(),
});
export type Candidate = z.infer<typeof candidateSchema>;

const pairSchema = z.object({
  n: z.number(),
  difference: z.number(),
  lower: z.number(),
  upper: z.number(),
  method: z.string(),
});
/** Pass rate of a model minus that of another on the same cases, with its interval. */
export type PairFigure = z.infer<typeof pairSchema>;

const nearBestSchema = z.object({
  margin: z.number(),
  bestRunId: z.string(),
  /** How many models were held against the best: the family of Holm's correction. */
  family: z.number(),
  rows: z.array(
    z.object({
      runId: z.string(),
      verdict: z.enum(["best", "better", "no worse", "worse", "cannot tell"]),
      pair: pairSchema.nullable(),
      casesNeeded: z.number().nullable(),
    }),
  ),
  smallestRunId: z.string().nullable(),
  cheapestRunId: z.string().nullable(),
  fastestRunId: z.string().nullable(),
});
export type NearBest = z.infer<typeof nearBestSchema>;

export const stakesSchema = z.strictObject({
  valueOfRightMicroUsd: z.number().nonnegative().finite(),
  costOfWrongMicroUsd: z.number().nonnegative().finite(),
  requestsPerMonth: z.number().int().positive().max(1e12),
});
/** What answers are worth: of a right one, the damage of a wrong one, and how many are asked for in a month. */
export type Stakes = z.output<typeof stakesSchema>;

const earningSchema = z.object({
  runId: z.string(),
  monthlyMicroUsd: z.number(),
  /** The pass rate from which on it earns anything; null where none does. */
  breakEvenRate: z.number().nullable(),
  breaksEven: z.enum(["proven", "not proven", "proven not to"]),
  /** What the most earning model earns more in a month; null for that one. */
  behind: z
    .object({
      value: z.number(),
      lower: z.number(),
      upper: z.number(),
      method: z.string(),
      /** Half the width of what the costs alone leave open in a month; null where a cost was stated, or it was not yet counted in. */
      costMargin: z.number().nullable().default(null),
    })
    .nullable(),
  /** Cost per 1,000 of the most earning model at which this one earns as much. */
  flipsAtMicroUsd: z.number().nullable(),
});
export type Earning = z.infer<typeof earningSchema>;

const earningsSchema = z.object({
  stakes: stakesSchema,
  bestRunId: z.string(),
  rows: z.array(earningSchema),
  /** Runs that are left out because their cost or rate is unknown. */
  leftOut: z.array(z.string()),
});
export type Earnings = z.infer<typeof earningsSchema>;

/** Models weighed against a bar: every figure that the page shows, and what a decision freezes. */
export const boardSchema = z.object({
  form: z.literal(1),
  dataset: z.object({ id: z.string(), name: z.string() }),
  bar: barSchema,
  /** Those that clear come first, by cost; then those that need evidence; then those that miss. */
  candidates: z.array(candidateSchema),
  /** The cheapest that provably clears; null where there is none or costs are unknown. */
  cheapestRunId: z.string().nullable(),
  headline: z.string(),
  /** What is not proven, and what the figures rest on. */
  notes: z.array(z.string()),
  nearBest: nearBestSchema.nullable(),
  earnings: earningsSchema.nullable(),
});
export type Board = z.infer<typeof boardSchema>;
