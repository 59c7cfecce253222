import type { PairAgreement } from "./columns/agreement.ts";
import type { FailureMode } from "./columns/failure-modes.ts";
import type { ComparedRun } from "./compared-run.ts";
import type { Forest } from "./forest/forest-rows.ts";
import type { RunRow, RunRows } from "./forest/run-rows.ts";
import type { RunDistribution } from "./quantities/distribution.ts";
import type { QuantityDifferences } from "./quantities/quantity-difference.ts";
import type { BucketCounts } from "./rules/bucket.ts";
import type { CaseState } from "./rules/case-state.ts";
import type { ComparabilityNote } from "./rules/comparability/comparability-note.ts";

export type SharedGrader = {
  graderVersionId: string;
  name: string;
  number: number;
  weight: number;
  critical: boolean;
  direction: "higher" | "lower";
};

export type SliceName = { id: string; dimension: string; value: string };

/** Cases by what they were in the baseline and what they are in the candidate: `counts[before][after]` in the order of `names`. */
export type Transitions<Name> = { names: Name[]; counts: number[][]; total: number };

export type ComparedRunSummary = {
  run: ComparedRun;
  row: RunRow;
  counts: BucketCounts;
  notes: ComparabilityNote[];
  withheld: ComparabilityNote["withholds"];
};

export type QuantityDistribution = {
  edges: number[];
  isLogarithmic: boolean;
  runs: (RunDistribution & { runId: string })[];
};

/** What two or more runs of one dataset show next to each other. */
export type ComparisonResult = {
  /** The run in focus: buckets, matrices, graders and slices are about it. */
  candidate: ComparedRunSummary;
  /** Every run after the baseline. */
  candidates: ComparedRunSummary[];
  overall: RunRows["overall"];
  /** Pairs that Holm's correction covers. */
  family: number;
  margin: number;
  /** What the chosen grader, or the verdict, says; null is the verdict. */
  graderVersionId: string | null;
  graders: SharedGrader[];
  forest: Forest;
  slices: SliceName[];
  hiddenSlices: number;
  /** Critical cases that newly fail. */
  critical: number;
  states: Transitions<CaseState>;
  /** Null where no more than one grader counts. */
  modes: Transitions<FailureMode> | null;
  /** Cases on which one run alone is right, by run. */
  soles: { runId: string; count: number; of: number }[];
  agreements: PairAgreement[];
  /** Latency and cost of every run after the baseline against it. */
  quantities: QuantityDifferences;
  latency: QuantityDistribution;
  cost: QuantityDistribution;
};

export type Comparison = {
  runs: ComparedRun[];
  baseline: ComparedRun;
  /** Runs of the baseline's dataset, the baseline first: places in agreements are of these. */
  comparedIds: string[];
  /** On runs of other datasets. */
  otherDatasets: ComparabilityNote[];
  /** Null where no other run is of the baseline's dataset. */
  result: ComparisonResult | null;
};
