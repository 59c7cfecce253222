import { z } from "zod";
import { meteorExactAndStem as meteorScore } from "#lib/text/meteor/meteor-exact-and-stem.ts";
import { tokenise13a } from "#lib/text/tokenise/tokenise-13a.ts";
import type { InlineKind } from "../../grader-kind.ts";
import { isNotBlank, overlapGrader } from "./overlap-grader.ts";

const share = z.number("Enter a number.").min(0, "From 0 to 1.").max(1, "From 0 to 1.");
const configSchema = z.strictObject({
  alpha: share,
  beta: z.number("Enter a number.").min(0, "At least 0.").max(100, "At most 100."),
  gamma: share,
});
export type MeteorConfig = z.output<typeof configSchema>;

/**
 * METEOR in 0..1 with its exact and stem modules, without synonyms: words (of tokeniser 13a, lower case) match when they or their
 * stems are equal, and scattered matches cost. With a list of expected values, the best one counts. Equal texts score just below 1.
 *
 * Source: Banerjee & Lavie 2005; the parameters of Lavie & Denkowski 2009 as in NLTK.
 */
export const meteor: InlineKind<MeteorConfig> = {
  kind: "meteor-exact-and-stem",
  execution: "inline",
  family: "overlap",
  label: "METEOR (exact and stem)",
  explanation:
    "Scores shared words and word stems, and prefers them in the same order; synonyms are not known to it.",
  direction: "higher",
  defaultThreshold: 0.5,
  binary: false,
  needsExpected: true,
  configSchema,
  defaults: { alpha: 0.9, beta: 3, gamma: 0.5 },
  compile(parameters) {
    return overlapGrader({
      name: "METEOR (exact and stem)",
      maxOutputChars: 200_000,
      maxExpectedChars: 200_000,
      reads: isNotBlank,
      unreadable: "The expected text is empty, so there is nothing that the answer could share with it.",
      measure: (output, targets) => {
        const hypothesisTokens = tokenise13a(output);
        const scores = targets.map((target) =>
          meteorScore({ hypothesisTokens, referenceTokens: tokenise13a(target), ...parameters }),
        );
        return { score: Math.max(...scores) };
      },
    });
  },
};
