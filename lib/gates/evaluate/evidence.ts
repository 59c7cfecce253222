import type { RunOutcomes, VersionCases } from "#lib/outcomes/run-outcomes.ts";

/** A run with the cases of its own dataset version. */
export type RunEvidence = { outcomes: RunOutcomes; version: VersionCases };

export type BaselineEvidence = RunEvidence & {
  /** The numbers of cases that were asked differently in the baseline's version. */
  changed: ReadonlySet<number>;
  /** False when its verdicts were made by other graders or another rule than the run's: then a difference may come from the grading. */
  gradedAlike?: boolean;
};

/** What a policy is evaluated on. */
export type Evidence = RunEvidence & {
  /** The approved baseline, or null as long as there is none. */
  baseline: BaselineEvidence | null;
  /** Of the run's graders, those that are critical. */
  criticalGraderVersionIds: readonly string[];
  /** Planned attempts. */
  planned: number;
};
