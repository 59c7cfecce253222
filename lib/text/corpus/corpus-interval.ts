import { statisticOfSums } from "#lib/stats/bootstrap/additive-statistics.ts";
import {
  affordableResamples,
  type BootstrapSettings,
  type BootstrapStatistic,
  bootstrapStatistic,
} from "#lib/stats/bootstrap/bootstrap-statistic.ts";
import type { BleuOptions } from "../bleu/bleu.ts";
import { type BleuPair, bleuStatistics } from "../bleu/bleu-statistics.ts";
import { bleuOfSums, bleuSums } from "../bleu/bleu-sums.ts";
import { type ChrfOptions, type ChrfPair, chrfPairStatistics, chrfSettings } from "../chrf/chrf.ts";
import { chrfOfSums, chrfSums } from "../chrf/chrf-sums.ts";

type Resampling = Omit<BootstrapSettings, "rows">;

/**
 * Corpus BLEU with a bootstrap interval over pairs, or over clusters of them. The counts of each pair are formed once; a resample only
 * adds them. Null with fewer than two pairs or clusters.
 *
 * Source: Koehn 2004, EMNLP, Statistical significance tests for machine translation evaluation.
 * @throws RangeError when a pair has no reference, or an option or setting is out of range.
 */
export function corpusBleuInterval(
  pairs: readonly BleuPair[],
  options: BleuOptions = {},
  resampling: Resampling = {},
): BootstrapStatistic | null {
  const { tokeniser = "13a", casing = "keep", maximumOrder = 4, smoothing = { method: "exp" } } = options;
  const rows = pairs.map((pair) => bleuSums(bleuStatistics(pair, { tokeniser, casing, maximumOrder })));
  return intervalOfSums(rows, 2 * maximumOrder + 2, (sums) => bleuOfSums(sums, smoothing).score, resampling);
}

/**
 * Corpus chrF with a bootstrap interval over pairs, or over clusters of them. Null with fewer than two pairs or clusters.
 *
 * Source: as `corpusBleuInterval`.
 * @throws RangeError when a pair has no reference, or an option or setting is out of range.
 */
export function corpusChrfInterval(
  pairs: readonly ChrfPair[],
  options: ChrfOptions = {},
  resampling: Resampling = {},
): BootstrapStatistic | null {
  const settings = chrfSettings(options);
  const rows = pairs.map((pair) => chrfSums(chrfPairStatistics(pair, settings)));
  const width = 3 * (settings.characterOrder + settings.wordOrder);
  return intervalOfSums(
    rows,
    width,
    (sums) => chrfOfSums(sums, settings.beta, settings.smoothing),
    resampling,
  );
}

/**
 * Bootstrap interval of a corpus metric from stored rows of sums, all of `width` numbers.
 *
 * @throws RangeError when a row has another number of sums, or a setting is out of range.
 */
export function intervalOfSums(
  rows: readonly (readonly number[])[],
  width: number,
  score: (sums: Float64Array) => number | null,
  resampling: Resampling = {},
): BootstrapStatistic | null {
  const table = new Float64Array(rows.length * width);
  rows.forEach((row, index) => {
    if (row.length !== width) throw new RangeError(`Row ${index} has ${row.length} sums; it needs ${width}.`);
    table.set(row, index * width);
  });
  return bootstrapStatistic(
    { resamples: affordableResamples(rows.length, width), ...resampling, rows: rows.length },
    statisticOfSums(table, width, score),
  );
}
