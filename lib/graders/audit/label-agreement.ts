import { cohenKappa } from "#lib/stats/agreement/cohen-kappa.ts";
import { prevalenceAdjustedAgreement } from "#lib/stats/agreement/prevalence-adjusted-agreement.ts";
import { wilsonInterval } from "#lib/stats/intervals/wilson.ts";
import type { LabelCounts } from "./audit-note.ts";

/** Fewer labels say next to nothing about a grader. */
export const fewestLabels = 20;

export type LabelAgreement = {
  /** Answers that the grader and most people both judged. */
  labels: number;
  /** Answers of which as many people say one thing as the other; in none of the figures. */
  undecided: number;
  /** Share of the same verdict, Wilson. */
  agreement: { estimate: number; lower: number; upper: number };
  /** Cohen's kappa, cut off at 1; null where both only ever say one and the same thing. */
  kappa: { estimate: number; lower: number; upper: number } | null;
  /** Gwet's AC1, which does not fall where one verdict is rare. */
  ac1: number;
  /** The grader passes it, people do not. */
  tooLenient: number;
  /** People pass it, the grader does not. */
  tooStrict: number;
  /** Answers to the same case depend on one another, and then the intervals are a little too narrow. */
  hasRepeatedCases: boolean;
  /** Labels without which nothing is concluded; 0 with enough. */
  labelsNeeded: number;
};

/** How a grader's verdicts agree with those of people. Null without a label that decides. */
export function labelAgreement(counts: LabelCounts): LabelAgreement | null {
  const { bothPassed, graderOnly, humanOnly, bothFailed, undecided, cases } = counts;
  const table = [
    [bothPassed, graderOnly],
    [humanOnly, bothFailed],
  ];
  const labels = bothPassed + graderOnly + humanOnly + bothFailed;
  const agreement = wilsonInterval({ successes: bothPassed + bothFailed, total: labels });
  const adjusted = prevalenceAdjustedAgreement(table);
  if (agreement === null || adjusted === null) return null;
  const kappa = cohenKappa(table);
  return {
    labels,
    undecided,
    agreement: { estimate: agreement.estimate, lower: agreement.lower, upper: agreement.upper },
    kappa:
      kappa === null
        ? null
        : { estimate: kappa.kappa, lower: Math.max(-1, kappa.lower), upper: Math.min(1, kappa.upper) },
    ac1: adjusted.ac1,
    tooLenient: graderOnly,
    tooStrict: humanOnly,
    hasRepeatedCases: cases < labels,
    labelsNeeded: Math.max(0, fewestLabels - labels),
  };
}
