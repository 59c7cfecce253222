import { countNoun, formatCount } from "../count-noun.ts";
import type { Floor } from "../scorecard.ts";
import { barText, percentText, rateText } from "../words/percent-text.ts";
import { aboutCount } from "./about-count.ts";
import type { BarVerdict } from "./judge-against-bar.ts";

/** The verdict of a run against a bar, in one sentence with the rate, its interval, n and the bar. */
export function barSentence(floor: Floor, bar: number, verdict: BarVerdict): string {
  const figure = `${rateText(floor, bar)} on ${sizeWords(floor)}`;
  switch (verdict.kind) {
    case "clears":
      return `Clears the bar: ${figure}, and even the lower limit reaches ${barText(bar)}.`;
    case "misses":
      return `Misses the bar: ${figure}, and even the upper limit stays below ${barText(bar)}.`;
    case "not yet":
      return `Not yet: ${figure}, the bar is ${barText(bar)}; ${settling(verdict.moreCases)}.`;
  }
}

/** What the figure rests on and what more cases would show, in sentences below the verdict; none where there is nothing to add. */
export function barNotes(floor: Floor, verdict: BarVerdict, withoutVerdict: number): string[] {
  const notes: string[] = [];
  if (verdict.kind === "not yet" && verdict.moreCases !== null) {
    const end = verdict.towards === "clears" ? "clears" : "misses";
    notes.push(
      `If the rate stays at ${percentText(floor.estimate)}, they would show that the run ${end} the bar.`,
    );
  }
  if (withoutVerdict > 0) {
    const attempts = countNoun(withoutVerdict, floor.cases === floor.total ? "case" : "attempt");
    const count = withoutVerdict === 1 ? "counts" : "count";
    notes.push(
      `Against the bar, ${attempts} without a verdict ${count} as not passed, so that nothing planned is dropped.`,
    );
  }
  return notes;
}

function sizeWords({ cases, total }: Floor): string {
  if (cases === total) return countNoun(cases, "case");
  return `${countNoun(total, "attempt")} at ${countNoun(cases, "case")}`;
}

function settling(moreCases: number | null): string {
  if (moreCases === null) return "the rate is at the bar, so no number of cases would settle it";
  const noun = moreCases === 1 ? "case" : "cases";
  return moreCases > 1_000_000
    ? `the rate is so close to the bar that more than ${formatCount(1_000_000)} more cases would be needed to settle it`
    : `about ${aboutCount(moreCases)} more ${noun} would settle it`;
}
