import { barNotes, barSentence } from "#lib/scorecards/bar/bar-sentence.ts";
import { judgeAgainstBar } from "#lib/scorecards/bar/judge-against-bar.ts";
import type { Scorecard } from "#lib/scorecards/scorecard.ts";
import { runMethod } from "#lib/scorecards/words/run-method.ts";

export type BarLines = { sentence: string; notes: string[]; method: string | null };

/** What a run says to a bar, in words; null without a bar. */
export function barLines(
  scorecard: Pick<Scorecard, "floor" | "counts" | "unit" | "passRate">,
  bar: number | null,
  repetitions: number,
): BarLines | null {
  if (bar === null) return null;
  const { floor, counts } = scorecard;
  if (floor === null) {
    return {
      sentence: "This run cannot be held against a bar yet.",
      notes: ["Its scorecard is from before floors were kept. Grade the run again, and they will be."],
      method: null,
    };
  }
  const verdict = judgeAgainstBar(floor, bar);
  const withoutVerdict = counts.planned - counts.passed - counts.failed;
  const method = runMethod(scorecard, repetitions, { score: "binary", question: "floor" });
  return {
    sentence: barSentence(floor, bar, verdict),
    notes: barNotes(floor, verdict, withoutVerdict),
    method: method && `${method.name}, 95\u202f%. ${method.why}`,
  };
}
