import { formatCount } from "#components/ui/format/format-count.ts";
import type { Resampling } from "#lib/scorecards/scorecard.ts";

const units = { attempt: "answers", case: "cases", cluster: "clusters of cases" } as const;

/** The method behind the intervals of whole-run metrics, so that anybody can make them again. */
export function resamplingWords(resampling: Resampling | null): string {
  if (resampling === null) return "No intervals: there is too little to resample.";
  const { unit, resamples, seed } = resampling;
  return `95 % percentile bootstrap intervals: ${formatCount(resampling.units)} ${units[unit]} drawn with replacement ${formatCount(resamples)} times, seed ${seed}.`;
}
