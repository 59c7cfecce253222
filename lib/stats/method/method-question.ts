/**
 * What a score is: pass or fail by a rule, a number in 0..1, a judge's verdict, votes between pairs of answers, or a time or cost of
 * which a quantile is wanted.
 */
export type ScoreKind = "binary" | "graded" | "judged" | "pairwise" | "quantile";

export type Question =
  /** How good is it? */
  | "estimate"
  /** Is it proven to be above a bar? */
  | "floor"
  /** Is it better or worse than another run on the same cases? */
  | "compare"
  /** Is it no worse than another run by more than a margin? */
  | "no worse"
  /** Do more than two runs on the same cases differ, and which? */
  | "several"
  /** Has it changed over a series of runs? */
  | "trend"
  /** Live traffic, looked at as it comes: the same requests to both models, or divided between them. */
  | "live shadow"
  | "live split";

/** Human labels that say how far a judge can be trusted. */
export type JudgeLabels =
  | { kind: "none" }
  /** Drawn at random from the run itself. */
  | { kind: "this run"; count: number }
  /** From an older calibration set, on which the judge had this TPR + TNR - 1. */
  | { kind: "calibration"; youden: number };

export type MethodQuestion = {
  score: ScoreKind;
  question: Question;
  /** Cases with a score (paired, when runs are compared); runs for a trend; requests for live traffic. */
  cases: number;
  /** Attempts per case. */
  repetitions: number;
  /** Number of groups of cases that are not independent of each other; null when cases are independent. */
  clusters: number | null;
  labels: JudgeLabels;
  /** How many slices, graders or pairs are asked about at once. */
  family: number;
  /** Graded scores that crowd at one end of their range. */
  skewed: boolean;
};

/** What varies independently: clusters if there are any, else cases. */
export function independentUnits({ cases, clusters }: MethodQuestion): number {
  return clusters ?? cases;
}

/** Attempts that are not all independent of each other. */
export function isDependent({ repetitions, clusters }: MethodQuestion): boolean {
  return repetitions > 1 || clusters !== null;
}
