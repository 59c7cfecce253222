import type { GraderFamily } from "../grader-kind.ts";

/** Where the cases behind a note are: a run, its attempts of a view, and the grader version that they are filtered by. */
export type Evidence = {
  runId: string;
  runNumber: number;
  view: "all" | "failed" | "unscored" | "passed";
  failedBy?: string;
  unscoredBy?: string;
  /** Answers that people have judged. */
  labels?: "labelled";
};

export type ExampleCase = { runId: string; runNumber: number; key: string; repetition: number };

/** A remark on a grader that looks wrong for its task. It blocks nothing. */
export type AuditNote = {
  rule:
    | "never-fails"
    | "always-fails"
    | "unscored-often"
    | "too-strict"
    | "constant-score"
    | "redundant"
    | "unrelated"
    | "threshold-cliff"
    | "label-disagreement";
  graderId: string;
  graderName: string;
  title: string;
  /** What was counted, and what can be done. */
  text: string;
  method: string;
  evidence: Evidence | null;
  examples: readonly ExampleCase[];
};

/** What the recent finished runs of a dataset have stored of one grader version. */
export type GraderFacts = {
  graderId: string;
  versionId: string;
  name: string;
  number: number;
  kind: string;
  family: GraderFamily | null;
  /** Scores are only ever 0 or 1. */
  binary: boolean;
  threshold: number;
  passed: number;
  failed: number;
  unscored: number;
  /** Null without a scored grade. */
  lowestScore: number | null;
  highestScore: number | null;
  /** Scores within 0.02 of the threshold. */
  nearThreshold: number;
  commonReason: { text: string; count: number } | null;
  /** The newest run that has grades of it. */
  runId: string;
  runNumber: number;
};

/** Two graders on the answers of one run that both have scored. */
export type PairFacts = {
  first: string;
  second: string;
  bothPassed: number;
  firstOnly: number;
  secondOnly: number;
  bothFailed: number;
  /** Pearson's correlation of the scores; null where one never varies. */
  correlation: number | null;
};

/** Answers of one run that a strict grader fails and another passes. */
export type StrictMisses = {
  strict: string;
  loose: string;
  misses: number;
  strictFailures: number;
  /** Of the misses, how many people have judged so; where they are of two minds, neither. */
  peoplePass: number;
  peopleFail: number;
  /** Those that people pass come first. */
  examples: readonly ExampleCase[];
};

/** How a grader and most people judged the same answers. */
export type LabelCounts = {
  grader: string;
  bothPassed: number;
  graderOnly: number;
  humanOnly: number;
  bothFailed: number;
  /** Answers of which as many people say one thing as the other. */
  undecided: number;
  /** Cases that the decided answers are of. */
  cases: number;
  /** Answers that the grader and people judge differently. */
  examples: readonly ExampleCase[];
};

/** Graders are named by the id of their version. */
export type AuditFacts = {
  graders: readonly GraderFacts[];
  pairs: readonly PairFacts[];
  misses: readonly StrictMisses[];
  labels: readonly LabelCounts[];
};

export type AuditRule = (grader: GraderFacts, facts: AuditFacts) => AuditNote | null;

/** Fewer grades say nothing about a grader. */
export const fewestGrades = 20;

export function noteOn(
  { graderId, name }: GraderFacts,
  note: Omit<AuditNote, "graderId" | "graderName" | "examples"> & Partial<Pick<AuditNote, "examples">>,
): AuditNote {
  return { graderId, graderName: name, examples: [], ...note };
}
