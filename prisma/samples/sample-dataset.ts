import type { CreateGraderInput } from "#lib/graders/create-grader.ts";
import type { Split } from "#lib/datasets/split.ts";

type SampleModel = {
  name: string;
  builtInKind: string;
  builtInConfig: Record<string, unknown>;
  /** Trained on the dataset's own tuning cases. */
  trained: boolean;
};

/** A golden dataset that Touchstone brings with it, the graders that judge it, and the local models that answer it. */
export type SampleDataset = {
  name: string;
  description: string;
  file: string;
  note: string;
  graders: CreateGraderInput[];
  models: SampleModel[];
  /** What the sample runs cover. Cases that a model has learned from are left out. */
  runSplits: Split[];
};
