import { countNoun, formatCount, type Noun } from "./count-noun.ts";
import type { Counts, Rate } from "./scorecard.ts";
import { rateText } from "./words/percent-text.ts";

type Measured = { counts: Counts; passRate: Rate | null };

/** What a scorecard says, in words: the pass rate with its interval, and everything that is not in it. Claims nothing else. */
export function verdictSentence({ counts, passRate }: Measured, noun: Noun = "case"): string {
  return [headline(counts, passRate, noun), aside(counts, noun), missing(counts, noun)]
    .filter((sentence) => sentence !== null)
    .join(" ");
}

function headline(counts: Counts, passRate: Rate | null, noun: Noun): string {
  if (passRate === null) {
    return counts.planned === counts.missing
      ? `No ${noun} was tried, so there is no pass rate.`
      : `No ${noun} could be scored, so there is no pass rate.`;
  }
  const { successes, total } = passRate;
  return `Passed ${formatCount(successes)} of ${countNoun(total, noun, "scored")}: ${rateText(passRate)}.`;
}

function aside({ errored, unscored }: Counts, noun: Noun): string | null {
  if (errored === 0 && unscored === 0) return null;
  const neither = errored + unscored === 1 ? "counts neither way" : "count neither way";
  if (unscored === 0) return `${countNoun(errored, noun)} errored and ${neither}.`;
  if (errored === 0) return `${countNoun(unscored, noun)} could not be scored and ${neither}.`;
  return `${countNoun(errored, noun)} errored and ${formatCount(unscored)} could not be scored; they ${neither}.`;
}

function missing({ missing: left, planned }: Counts, noun: Noun): string | null {
  if (left <= 0 || left === planned) return null;
  return `${formatCount(left)} of ${countNoun(planned, noun, "planned")} ${left === 1 ? "was" : "were"} never tried.`;
}
