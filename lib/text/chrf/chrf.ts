import { type ChrfSmoothing, chrfScore } from "./chrf-score.ts";
import { type ChrfOrder, type ChrfOrders, chrfStatistics } from "./chrf-statistics.ts";

/** Defaults are sacreBLEU's: character orders 1 to 6, no words, beta 2. `wordOrder: 2` is chrF++. */
export type ChrfOptions = Partial<ChrfOrders> & { beta?: number; smoothing?: ChrfSmoothing };

export type ChrfPair = { hypothesis: string; references: readonly string[] };

/**
 * chrF (0 to 100) of one hypothesis against the best of one or more references; the same figures as sacreBLEU's
 * sentence_chrf.
 *
 * Source: Popović 2015, 2017.
 * @throws RangeError when there is no reference, or an option is out of range.
 */
export function sentenceChrf(pair: ChrfPair, options: ChrfOptions = {}): number {
  return corpusChrf([pair], options);
}

/**
 * chrF (0 to 100) of a corpus: counts are added over all pairs, each with its best reference; the same figures as
 * sacreBLEU's corpus_chrf. 0 for an empty corpus.
 *
 * Source: Popović 2015, 2017.
 * @throws RangeError when a pair has no reference, or an option is out of range.
 */
export function corpusChrf(pairs: readonly ChrfPair[], options: ChrfOptions = {}): number {
  const settings = chrfSettings(options);
  const total: ChrfOrder[] = [];
  for (const pair of pairs) {
    chrfPairStatistics(pair, settings).forEach((order, index) => {
      const sum = total[index] ?? { hypothesis: 0, reference: 0, matches: 0 };
      total[index] = {
        hypothesis: sum.hypothesis + order.hypothesis,
        reference: sum.reference + order.reference,
        matches: sum.matches + order.matches,
      };
    });
  }
  return chrfScore(total, settings.beta, settings.smoothing);
}

export type ChrfSettings = ChrfOrders & { beta: number; smoothing: ChrfSmoothing };

/** All options, with sacreBLEU's defaults for those not given. @throws RangeError when an option is out of range. */
export function chrfSettings(options: ChrfOptions): ChrfSettings {
  const settings = { characterOrder: 6, wordOrder: 0, beta: 2, smoothing: "effective" as const, ...options };
  requireOptions(settings);
  return settings;
}

/** Counts of a pair with its best reference, which a corpus adds up. @throws RangeError when there is no reference. */
export function chrfPairStatistics(
  { hypothesis, references }: ChrfPair,
  settings: ChrfSettings,
): ChrfOrder[] {
  let best: { score: number; statistics: ChrfOrder[] } | null = null;
  for (const reference of references) {
    const statistics = chrfStatistics(hypothesis, reference, settings);
    const score = chrfScore(statistics, settings.beta, settings.smoothing);
    if (!best || score > best.score) best = { score, statistics };
  }
  if (!best) throw new RangeError("chrF needs at least one reference per hypothesis.");
  return best.statistics;
}

function requireOptions({ characterOrder, wordOrder, beta }: ChrfSettings): void {
  for (const [name, order] of Object.entries({ characterOrder, wordOrder })) {
    if (!Number.isInteger(order) || order < 0 || order > 20) {
      throw new RangeError(`${name} is ${order}; it must be a whole number from 0 to 20.`);
    }
  }
  if (!(beta > 0 && beta < 1e6)) throw new RangeError(`beta is ${beta}; it must be above 0.`);
}
