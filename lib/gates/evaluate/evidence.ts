import type { RunOutcomes, VersionCases } from "#lib/outcomes/run-outcomes.ts";

/** A run with the cases of its own dataset version. */
export type RunEvidence = { outcomes: RunOutcomes; version: VersionCases };

/** What a policy is evaluated on. */
export type Evidence = RunEvidence & {
  /** The approved baseline, or null as long as there is none; `changed` are the numbers of cases that were asked differently in it. */
  baseline: (RunEvidence & { changed: ReadonlySet<number> }) | null;
  /** Of the run's graders, those that are critical. */
  criticalGraderVersionIds: readonly string[];
  /** Planned attempts. */
  planned: number;
};
