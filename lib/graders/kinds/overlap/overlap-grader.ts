import { noExpectedValue, scored, unscored } from "../../grade-result.ts";
import type { CompiledGrader } from "../../grader-kind.ts";
import { acceptedAnswers } from "../../reading/accepted-answers.ts";
import { quote } from "../../reading/quote.ts";

export type OverlapMeasure = {
  /** As it stands in a sentence: “ROUGE-L f1”. */
  name: string;
  /** Longer texts are unscored: what one comparison costs grows with both. */
  maxOutputChars: number;
  maxExpectedChars: number;
  /** Whether there is anything in an expected text that the measure can read; `unreadable` is the sentence when there is not. */
  reads(expected: string): boolean;
  unreadable: string;
  /** For one answer and the readable expected texts, at least one. `note` is a further sentence, `sums` what a metric of the whole run adds up. */
  measure(output: string, targets: readonly string[]): { score: number; note?: string; sums?: number[] };
};

/** Compares the answer with the case's expected text, or with a list of them; the score is cut to 0..1. */
export function overlapGrader(measure: OverlapMeasure): CompiledGrader {
  const { name, maxOutputChars, maxExpectedChars } = measure;
  return ({ expected, output }) => {
    const targets = acceptedAnswers(expected);
    if (targets === null) return noExpectedValue;
    if (output.length > maxOutputChars || targets.some((target) => target.length > maxExpectedChars)) {
      return unscored(
        `The texts are too long for ${name}: at most ${count(maxOutputChars)} characters in the answer and ${count(maxExpectedChars)} in the expected text.`,
      );
    }
    const readable = targets.filter(measure.reads);
    if (readable.length === 0) return unscored(measure.unreadable);
    const { score, note, sums } = measure.measure(output, readable);
    const within = Math.min(1, Math.max(0, score));
    const wish =
      targets.length === 1
        ? quote(targets[0] ?? "")
        : `${targets.length} accepted texts such as ${quote(targets[0] ?? "")}`;
    const reason = `${name} ${within.toFixed(2)} between the answer ${quote(output)} and ${wish}.`;
    return scored(
      within,
      note === undefined ? reason : `${reason} ${note}`,
      sums === undefined ? undefined : { sums },
    );
  };
}

export function isNotBlank(text: string): boolean {
  return text.trim() !== "";
}

function count(value: number): string {
  return value.toLocaleString("en-GB");
}
