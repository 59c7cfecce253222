import { formatPercent } from "#components/ui/format/format-percent.ts";
import { resamplingVarianceRatio } from "#lib/stats/repeats/resampling-gain.ts";

/**
 * More cases or more repetitions? `share` is the part of the variance of the pass rate that comes from chance between the repetitions
 * that there are; what twice as many would save follows from it (Miller 2024, section 3.1). Null where it is not known.
 */
export function noiseSentence(share: number | null, repetitions: number): string | null {
  if (share === null) return null;
  const byRepetitions = 1 - Math.sqrt(varianceLeft(share, repetitions));
  const byCases = 1 - Math.sqrt(1 / 2);
  const part = `chance between repetitions makes up ${formatPercent(share, 0)} of the variance of the pass rate`;
  const gains = `Twice the cases would narrow its interval by about ${formatPercent(byCases, 0)}, twice the repetitions by about ${formatPercent(byRepetitions, 0)}`;
  const advice =
    byRepetitions < 0.05
      ? "more repetitions are hardly worth their cost"
      : byRepetitions < 0.2
        ? "more cases are the better buy"
        : "more repetitions do nearly as much, without new cases to write";
  return `More cases or more repetitions? ${gains}, because ${part}: ${advice}.`;
}

/** Variance with twice the repetitions over the variance now. */
function varianceLeft(share: number, repetitions: number): number {
  const components = { betweenVariance: 1 - share, withinVariance: share * repetitions };
  const now = resamplingVarianceRatio({ ...components, attempts: repetitions });
  return resamplingVarianceRatio({ ...components, attempts: 2 * repetitions }) / now;
}
