import { z } from "zod";

const rateSchema = z.object({
  successes: z.number(),
  total: z.number(),
  estimate: z.number(),
  lower: z.number(),
  upper: z.number(),
  /** Where attempts depend on one another: cases or clusters, and how many independent attempts would tell as much. */
  units: z.number().optional(),
  effectiveTotal: z.number().optional(),
});
/** A pass rate with its 95 % Wilson interval, at the effective n where there is one. */
export type Rate = z.infer<typeof rateSchema>;

const floorSchema = z.object({
  /** Of all planned attempts: one without a verdict counts as not passed. */
  successes: z.number(),
  total: z.number(),
  estimate: z.number(),
  lower: z.number(),
  upper: z.number(),
  cases: z.number(),
  effectiveTotal: z.number().optional(),
});
/** A pass rate that a bar is held against, with the 95 % interval that never promises too much: Clopper-Pearson, or Korn-Graubard. */
export type Floor = z.infer<typeof floorSchema>;

const limitsSchema = z.object({ lower: z.number().nullable(), upper: z.number().nullable() });
/** A limit that is null is not estimable from so few values. */
export type Limits = z.infer<typeof limitsSchema>;

const quantilesSchema = z.object({
  n: z.number(),
  mean: z.number(),
  p50: z.number(),
  p95: z.number(),
  /** 95 % order-statistic intervals; `units` values are taken as independent. */
  limits: z.object({ p50: limitsSchema, p95: limitsSchema, units: z.number() }).nullable().default(null),
});
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
  /** 95 % t interval of the mean, by unit; null where every score is 0 or 1, which the pass rate tells. */
  mean: z.object({ lower: z.number(), upper: z.number(), n: z.number() }).nullable().default(null),
  quartiles: z
    .object({ min: z.number(), p25: z.number(), p50: z.number(), p75: z.number(), max: z.number() })
    .nullable()
    .default(null),
  scores: histogramSchema.nullable(),
});
export type GraderScores = z.infer<typeof graderScoresSchema>;

const sliceSchema = z.object({
  /** `split`, `tag`, or `metadata.<field>`. */
  dimension: z.string(),
  value: z.string(),
  counts: countsSchema.omit({ planned: true, missing: true }),
  passRate: rateSchema.nullable(),
  /** Fisher's exact test against the rest of the run, adjusted by Benjamini-Hochberg over all slices that were tested. */
  against: z.object({ rest: z.number(), pValue: z.number(), adjusted: z.number() }).nullable().default(null),
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

const resamplingSchema = z.object({
  /** What was drawn with replacement: attempts, cases or clusters of cases, and how many there are. */
  unit: z.enum(["attempt", "case", "cluster"]),
  units: z.number(),
  /** Where there are very many, they were put into so many groups, which were drawn whole. */
  groups: z.number().optional(),
  resamples: z.number(),
  seed: z.number(),
});
/** How the 95 % percentile bootstrap intervals of whole-run metrics were made. */
export type Resampling = z.infer<typeof resamplingSchema>;

const boundedSchema = z.object({
  /** Null where the metric does not exist for the run. */
  estimate: z.number().nullable(),
  /** Null where there is nothing to resample, or the metric often does not exist in resamples. */
  lower: z.number().nullable(),
  upper: z.number().nullable(),
});
export type Bounded = z.infer<typeof boundedSchema>;

export const labelMetrics = [
  "accuracy",
  "macroPrecision",
  "macroRecall",
  "macroF1",
  "weightedF1",
  "matthews",
  "kappa",
] as const;
export type LabelMetric = (typeof labelMetrics)[number];

const classificationSchema = z.object({
  labels: z.array(z.string()),
  counts: z.array(z.array(z.number())),
  perClass: z.array(classScoresSchema),
  accuracy: z.number().nullable(),
  macroF1: z.number().nullable(),
  total: z.number(),
  metrics: z.array(boundedSchema.extend({ metric: z.enum(labelMetrics) })).default([]),
  resampling: resamplingSchema.nullable().default(null),
});
export type Classification = z.infer<typeof classificationSchema>;

const corpusScoreSchema = boundedSchema.extend({
  graderVersionId: z.string(),
  grader: z.string(),
  /** “BLEU (13a, exp)”; the estimate is from 0 to 100. */
  metric: z.string(),
  /** Grades whose counts are in it, and all that were scored: those from before counts were kept have none. */
  n: z.number(),
  scored: z.number(),
  resampling: resamplingSchema.nullable(),
});
/** A metric that is formed from the counts of the whole run and is not a mean over answers. */
export type CorpusScore = z.infer<typeof corpusScoreSchema>;

const calibrationSchema = z.object({
  graderVersionId: z.string(),
  grader: z.string(),
  /** The grader that reads the confidence has a say in whether the answer is right, which flatters the figures. */
  decides: z.boolean(),
  /** Answers with a confidence and a verdict, and all with a verdict. */
  n: z.number(),
  judged: z.number(),
  brier: boundedSchema,
  /** Expected calibration error over the bins. */
  error: boundedSchema,
  /** Confidences above `from`, up to and with `to`. */
  bins: z.array(
    z.object({
      from: z.number(),
      to: z.number(),
      total: z.number(),
      meanConfidence: z.number().nullable(),
      shareCorrect: z.number().nullable(),
    }),
  ),
  resampling: resamplingSchema.nullable(),
});
/** How often answers are right that are stated with so much confidence. */
export type Calibration = z.infer<typeof calibrationSchema>;

const meanOverCasesSchema = z.object({
  estimate: z.number(),
  lower: z.number(),
  upper: z.number(),
  cases: z.number(),
});
/** A mean over cases in 0..1 with its 95 % t interval, cases or clusters of cases as the unit. */
export type MeanOverCases = z.infer<typeof meanOverCasesSchema>;

const repetitionsSchema = z.object({
  /** Attempts at each case, as planned. */
  planned: z.number(),
  /** Groups of cases that are not independent of one another, over which the intervals are; null where every case counts by itself. */
  clusters: z.number().nullable().default(null),
  /** Cases by how many of their scored attempts passed. */
  stability: z.object({ always: z.number(), sometimes: z.number(), never: z.number() }),
  /** Cases that were attempted without one scored attempt; they are in none of the three above. */
  nothingScored: z.number(),
  /** Cases with some scored attempts, but fewer than planned. */
  incomplete: z.number(),
  /** Chance that two attempts at a case have the same verdict. */
  agreement: meanOverCasesSchema.nullable(),
  /** Part of the variance of the pass rate that more repetitions would make smaller. */
  samplingNoiseShare: z.number().nullable(),
  /** pass@k: at least one of k attempts passes. pass^k: all k pass. For k = 1 up to what was planned. */
  passOfK: z.array(
    z.object({ k: z.number(), any: meanOverCasesSchema.nullable(), all: meanOverCasesSchema.nullable() }),
  ),
});
export type Repetitions = z.infer<typeof repetitionsSchema>;

const billSchema = z.object({
  /** What the providers charge for the answers that this run asked for and whose price is known. */
  paidMicroUsd: z.number(),
  paid: z.number(),
  /** What the answers from the cache had cost when they were made. */
  savedMicroUsd: z.number(),
  fromCache: z.number(),
  /** Answers asked for by this run whose cost is not known. */
  unknown: z.number(),
});

const costPerPassSchema = z.object({
  estimate: z.number(),
  lower: z.number(),
  /** Null where the pass rate may be 0. */
  upper: z.number().nullable(),
  passed: z.number(),
  n: z.number(),
});
/** Micro-dollars of all attempts over the attempts that passed, with a 95 % interval (MOVER-R). Null where a cost is unknown or nothing passed. */
export type CostPerPass = z.infer<typeof costPerPassSchema>;

const errorSchema = z.object({
  /** What happened: the code of the error, or its class where no code was kept. */
  errorClass: z.string(),
  count: z.number(),
  example: z.string(),
  messages: z.array(z.object({ message: z.string(), count: z.number() })).default([]),
});

/** What has a default was not measured when scorecards were first stored. */
export const scorecardSchema = z.object({
  unit: z.enum(["attempt", "case", "cluster"]).default("attempt"),
  counts: countsSchema,
  passRate: rateSchema.nullable(),
  floor: floorSchema.nullable().default(null),
  repetitions: repetitionsSchema.nullable().default(null),
  graders: z.array(graderScoresSchema),
  latencyMs: quantilesSchema.nullable(),
  latencyHistogram: histogramSchema.nullable(),
  timeToFirstTokenMs: quantilesSchema.nullable(),
  /** Completion tokens over the time from the request to the end of the answer; `p05` is what the slowest twentieth stays below. */
  tokensPerSecond: z
    .object({
      n: z.number(),
      p50: z.number(),
      p05: z.number(),
      /** Of the median. */
      limits: limitsSchema.nullable().default(null),
    })
    .nullable()
    .default(null),
  tokens: z.object({
    prompt: z.number(),
    completion: z.number(),
    /** Of the prompt tokens: taken from the provider's own cache. */
    cached: z.number(),
    /** Of the completion tokens: thought and not said. */
    reasoning: z.number(),
    /** Answers for which the server reported counts. */
    n: z.number(),
    cachedN: z.number().default(0),
    reasoningN: z.number().default(0),
  }),
  /**
   * Micro-dollars of the answers whose cost is known, from the cache or not: what the model costs. The others are counted, never
   * taken as free. The bill is what this run cost.
   */
  cost: z.object({ knownMicroUsd: z.number(), known: z.number(), unknown: z.number() }),
  bill: billSchema.nullable().default(null),
  costPerPass: costPerPassSchema.nullable().default(null),
  slices: z.array(sliceSchema),
  classification: classificationSchema.nullable(),
  corpusScores: z.array(corpusScoreSchema).default([]),
  calibration: z.array(calibrationSchema).default([]),
  finishReasons: z.array(z.object({ reason: z.string().nullable(), count: z.number() })).default([]),
  errors: z.array(errorSchema),
});

/** The stored aggregates of a run, as its page shows them. */
export type Scorecard = z.infer<typeof scorecardSchema>;
