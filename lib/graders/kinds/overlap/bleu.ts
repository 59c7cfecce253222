import { z } from "zod";
import { type BleuSmoothing, bleuScore } from "#lib/text/bleu/bleu-score.ts";
import { bleuStatistics } from "#lib/text/bleu/bleu-statistics.ts";
import { bleuSums } from "#lib/text/bleu/bleu-sums.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { isNotBlank, overlapGrader } from "./overlap-grader.ts";

const configSchema = z
  .strictObject({
    tokeniser: z.enum(["13a", "intl", "char", "none"]),
    casing: z.enum(["keep", "lower"]),
    smoothing: z.enum(["exp", "floor", "add-k", "none"]),
    /** For `floor` and `add-k`; null is sacreBLEU's default, 0.1 and 1. */
    smoothingValue: z.number("Enter a number.").positive("Enter a number above 0.").max(100).nullable(),
    maximumOrder: z.int("Enter a whole number.").min(1, "From 1 to 9.").max(9, "From 1 to 9."),
  })
  .refine(
    ({ smoothing, smoothingValue }) =>
      smoothingValue === null || smoothing === "floor" || smoothing === "add-k",
    { path: ["smoothingValue"], message: "Only “floor” and “add-k” take a value." },
  );
export type BleuConfig = z.output<typeof configSchema>;

/**
 * Sentence BLEU / 100, in 0..1, as sacreBLEU's sentence_bleu with effective order. A list of expected values is a list of references
 * of one score, not of one score each. The mean of sentence BLEU is not corpus BLEU: for that the detail keeps the counts.
 *
 * Source: Papineni et al. 2002; Post 2018.
 */
export const bleu: InlineKind<BleuConfig> = {
  kind: "bleu",
  execution: "inline",
  family: "overlap",
  label: "BLEU, by sentence",
  explanation: "Scores how many runs of up to four words the answer shares with a reference translation.",
  direction: "higher",
  defaultThreshold: 0.3,
  binary: false,
  needsExpected: true,
  configSchema,
  defaults: { tokeniser: "13a", casing: "keep", smoothing: "exp", smoothingValue: null, maximumOrder: 4 },
  compile({ tokeniser, casing, maximumOrder, ...settings }) {
    const smoothing = smoothingOf(settings);
    return overlapGrader({
      name: `BLEU (${tokeniser}, ${settings.smoothing})`,
      maxOutputChars: 200_000,
      maxExpectedChars: 200_000,
      reads: isNotBlank,
      unreadable: "The expected text is empty, so there is nothing that the answer could share with it.",
      measure: (hypothesis, references) => {
        const statistics = bleuStatistics({ hypothesis, references }, { tokeniser, casing, maximumOrder });
        const { score } = bleuScore(statistics, smoothing, "effective");
        return { score: score / 100, sums: bleuSums(statistics) };
      },
    });
  },
};

export function smoothingOf({
  smoothing,
  smoothingValue,
}: Pick<BleuConfig, "smoothing" | "smoothingValue">): BleuSmoothing {
  if (smoothing === "exp" || smoothing === "none") return { method: smoothing };
  return smoothingValue === null ? { method: smoothing } : { method: smoothing, value: smoothingValue };
}
