import { bleuOfSums } from "#lib/text/bleu/bleu-sums.ts";
import { chrfOfSums } from "#lib/text/chrf/chrf-sums.ts";
import { bleu, smoothingOf } from "./bleu.ts";
import { chrf, chrfOrders } from "./chrf.ts";

/** A metric of a whole corpus, formed from the sums that a grade keeps in its detail, added over all grades. */
export type CorpusMetric = {
  /** With what its value depends on: “BLEU (13a, exp)”. */
  name: string;
  /** How many sums a grade keeps. */
  width: number;
  /** 0 to 100. @throws RangeError when there are more or fewer sums. */
  score(sums: ArrayLike<number>): number;
};

export const corpusKinds: readonly string[] = [bleu.kind, chrf.kind];

/** The metric of a stored grader; null for a kind without one, or a configuration that cannot be read. */
export function corpusMetric({ kind, config }: { kind: string; config: unknown }): CorpusMetric | null {
  if (kind === bleu.kind) return corpusBleu(config);
  return kind === chrf.kind ? corpusChrf(config) : null;
}

function corpusBleu(config: unknown): CorpusMetric | null {
  const parsed = bleu.configSchema.safeParse(config);
  if (!parsed.success) return null;
  const { tokeniser, casing, maximumOrder, ...settings } = parsed.data;
  const parts = [tokeniser, ...(casing === "lower" ? ["lower case"] : []), settings.smoothing];
  if (maximumOrder !== 4) parts.push(`up to ${maximumOrder} words`);
  return {
    name: `BLEU (${parts.join(", ")})`,
    width: 2 * maximumOrder + 2,
    score: (sums) => bleuOfSums(sums, smoothingOf(settings)).score,
  };
}

function corpusChrf(config: unknown): CorpusMetric | null {
  const parsed = chrf.configSchema.safeParse(config);
  if (!parsed.success) return null;
  const { characterOrder, wordOrder } = chrfOrders(parsed.data);
  const { variant, beta } = parsed.data;
  return {
    name: `${variant === "chrf++" ? "chrF++" : "chrF"} (up to ${characterOrder} characters, beta ${beta})`,
    width: 3 * (characterOrder + wordOrder),
    score: (sums) => chrfOfSums(sums, beta, "effective"),
  };
}
