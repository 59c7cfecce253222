import { z } from "zod";

const rateSchema = z.object({
  successes: z.number(),
  total: z.number(),
  estimate: z.number(),
  lower: z.number(),
  upper: z.number(),
});
/** A pass rate with its 95 % Wilson interval; null where nothing was scored. */
export type Rate = z.infer<typeof rateSchema>;

const quantilesSchema = z.object({ n: z.number(), mean: z.number(), p50: z.number(), p95: z.number() });
export type Quantiles = z.infer<typeof quantilesSchema>;

const histogramSchema = z.object({ from: z.number(), to: z.number(), counts: z.array(z.number()) });
/** Equal bins from `from` to `to`; the last one includes its upper end. */
export type Histogram = z.infer<typeof histogramSchema>;

export const countsSchema = z.object({
  planned: z.number(),
  passed: z.number(),
  failed: z.number(),
  unscored: z.number(),
  errored: z.number(),
  /** Planned and never attempted: the run was cancelled before their turn. */
  missing: z.number(),
});
export type Counts = z.infer<typeof countsSchema>;

const graderScoresSchema = z.object({
  graderVersionId: z.string(),
  graderId: z.string(),
  name: z.string(),
  version: z.number(),
  kind: z.string(),
  direction: z.enum(["higher", "lower"]),
  threshold: z.number(),
  weight: z.number(),
  critical: z.boolean(),
  passed: z.number(),
  failed: z.number(),
  unscored: z.number(),
  passRate: rateSchema.nullable(),
  meanScore: z.number().nullable(),
  scores: histogramSchema.nullable(),
});
export type GraderScores = z.infer<typeof graderScoresSchema>;

const sliceSchema = z.object({
  /** `split`, `tag`, or `metadata.<field>`. */
  dimension: z.string(),
  value: z.string(),
  counts: countsSchema.omit({ planned: true, missing: true }),
  passRate: rateSchema.nullable(),
  latencyP95Ms: z.number().nullable(),
});
export type Slice = z.infer<typeof sliceSchema>;

const classScoresSchema = z.object({
  label: z.string(),
  support: z.number(),
  predicted: z.number(),
  precision: z.number().nullable(),
  recall: z.number().nullable(),
  f1: z.number().nullable(),
});

const classificationSchema = z.object({
  labels: z.array(z.string()),
  counts: z.array(z.array(z.number())),
  perClass: z.array(classScoresSchema),
  accuracy: z.number().nullable(),
  macroF1: z.number().nullable(),
  total: z.number(),
});
export type Classification = z.infer<typeof classificationSchema>;

export const scorecardSchema = z.object({
  counts: countsSchema,
  passRate: rateSchema.nullable(),
  graders: z.array(graderScoresSchema),
  latencyMs: quantilesSchema.nullable(),
  latencyHistogram: histogramSchema.nullable(),
  timeToFirstTokenMs: quantilesSchema.nullable(),
  tokens: z.object({
    prompt: z.number(),
    completion: z.number(),
    cached: z.number(),
    reasoning: z.number(),
    /** Answers for which the server reported counts. */
    n: z.number(),
  }),
  /** Micro-dollars of the answers whose cost is known; the others are counted, never taken as free. */
  cost: z.object({ knownMicroUsd: z.number(), known: z.number(), unknown: z.number() }),
  slices: z.array(sliceSchema),
  classification: classificationSchema.nullable(),
  errors: z.array(z.object({ errorClass: z.string(), count: z.number(), example: z.string() })),
});

/** The stored aggregates of a run, as its page shows them. */
export type Scorecard = z.infer<typeof scorecardSchema>;
