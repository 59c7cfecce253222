import { z } from "zod";
import { chrfPairStatistics, chrfSettings } from "#lib/text/chrf/chrf.ts";
import { chrfScore } from "#lib/text/chrf/chrf-score.ts";
import { chrfSums } from "#lib/text/chrf/chrf-sums.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { isNotBlank, overlapGrader } from "./overlap-grader.ts";

const configSchema = z.strictObject({
  variant: z.enum(["chrf", "chrf++"]),
  /** How much more recall counts than precision. */
  beta: z.number("Enter a number.").positive("Enter a number above 0.").max(100, "At most 100."),
  characterOrder: z.int("Enter a whole number.").min(1, "From 1 to 20.").max(20, "From 1 to 20."),
});
export type ChrfConfig = z.output<typeof configSchema>;

/**
 * chrF / 100 (runs of characters) or chrF++ / 100 (with single words and pairs of words as well), in 0..1, as sacreBLEU's
 * sentence_chrf. With a list of expected values, the best one counts.
 *
 * Source: Popović 2015, 2017.
 */
export const chrf: InlineKind<ChrfConfig> = {
  kind: "chrf",
  execution: "inline",
  family: "overlap",
  label: "chrF and chrF++",
  explanation:
    "Scores how many short runs of characters the answer shares with a reference; good for translations in any language.",
  direction: "higher",
  defaultThreshold: 0.5,
  binary: false,
  needsExpected: true,
  configSchema,
  defaults: { variant: "chrf", beta: 2, characterOrder: 6 },
  compile({ variant, beta, characterOrder }) {
    const settings = chrfSettings({ beta, ...chrfOrders({ variant, characterOrder }) });
    return overlapGrader({
      name: variant === "chrf++" ? "chrF++" : "chrF",
      maxOutputChars: 200_000,
      maxExpectedChars: 200_000,
      reads: isNotBlank,
      unreadable: "The expected text is empty, so there is nothing that the answer could share with it.",
      measure: (hypothesis, references) => {
        const orders = chrfPairStatistics({ hypothesis, references }, settings);
        return { score: chrfScore(orders, beta, settings.smoothing) / 100, sums: chrfSums(orders) };
      },
    });
  },
};

export function chrfOrders({ variant, characterOrder }: Pick<ChrfConfig, "variant" | "characterOrder">) {
  return { characterOrder, wordOrder: variant === "chrf++" ? 2 : 0 };
}
