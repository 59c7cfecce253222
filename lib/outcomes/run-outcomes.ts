/** Codes of a verdict in a column of outcomes. `missing`: planned, and never attempted or not graded yet. */
export const outcomeCodes = { missing: 0, passed: 1, failed: 2, unscored: 3, errored: 4 } as const;

/** One grader's grades of a run. Both columns have one place for each attempt, in the order of `RunOutcomes.verdicts`. */
export type GraderOutcomes = {
  graderVersionId: string;
  /** Outcome codes by this grader alone: passed, failed, unscored, or missing where it gave no grade (also on an error). */
  verdicts: Uint8Array;
  /** Scores as stored; NaN where there is none. */
  scores: Float64Array;
};

/**
 * What came of every planned attempt of a run, in columns: n cases times `repetitions`, the attempts of one case next to each other,
 * so the attempt at place `case * repetitions + (repetition - 1)`. 100,000 attempts are a few megabytes, and a comparison of two such
 * runs reads no row of the database.
 */
export type RunOutcomes = {
  runId: string;
  datasetId: string;
  datasetVersionId: string;
  repetitions: number;
  /** The numbers of the planned cases, ascending. A case keeps its number (`Case.position`) for life: cases of runs are matched by it. */
  caseNumbers: Int32Array;
  verdicts: Uint8Array;
  /** NaN where it was not measured. */
  latencyMs: Float64Array;
  /** Micro-dollars; NaN where the cost is unknown, never 0. */
  costMicroUsd: Float64Array;
  /** 1 where the answer was cut off at its length limit. */
  truncated: Uint8Array;
  graders: GraderOutcomes[];
};

/** The cases of one slice, as ascending places in `VersionCases.caseNumbers`. */
export type SliceMembers = {
  /** `split`, `tag`, or `metadata.<field>`, as on the scorecard. */
  dimension: string;
  value: string;
  members: Int32Array;
};

/** What is known of the cases of a dataset version, in columns, by ascending case number. */
export type VersionCases = {
  datasetVersionId: string;
  caseNumbers: Int32Array;
  /** The version in which the case got its present content, tags or split: equal in two versions means nothing changed. */
  revisions: Int32Array;
  /** A number for each group of cases that depend on one another; -1 for a case that depends on no other. */
  clusters: Int32Array;
  slices: SliceMembers[];
};
