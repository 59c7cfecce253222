import { formatCount } from "#components/ui/format/format-count.ts";
import type { Resampling } from "#lib/scorecards/scorecard.ts";

const units = { attempt: "answers", case: "cases", cluster: "clusters of cases" } as const;

/** The method behind the intervals of whole-run metrics, so that anybody can make them again. */
export function resamplingWords(resampling: Resampling | null): string {
  if (resampling === null) return "No intervals: there is too little to resample.";
  const { unit, groups, resamples, seed } = resampling;
  const drawn = `${formatCount(resampling.units)} ${units[unit]}${groups === undefined ? "" : ` in ${formatCount(groups)} groups`}`;
  return `95 % percentile bootstrap intervals: ${drawn} drawn with replacement ${formatCount(resamples)} times, seed ${seed}.`;
}
