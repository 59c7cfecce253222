import {
  type BootstrapSettings,
  type BootstrapStatistic,
  bootstrapStatistic,
} from "../bootstrap/bootstrap-statistic.ts";
import { requireFinite } from "../guards/require-finite.ts";
import { ppiMean } from "./ppi-mean.ts";

/**
 * PPI++ where attempts are not independent: `human[i]` (null without a label) and `judge[i]` belong to one attempt, and whole
 * clusters (the attempts of one case, or cases alike) are resampled, with the judge's weight tuned anew each time. Null with fewer
 * than two clusters or two labels, or where too many resamples have no label.
 *
 * Source: Angelopoulos et al. 2023, arXiv 2311.01453, with the bootstrap by cluster of Efron & Tibshirani 1993.
 * @throws RangeError when the lists differ in length, a value is not finite, or a setting is out of range.
 */
export function ppiMeanByCluster({
  human,
  judge,
  clusters,
  resamples = 1_000,
  ...settings
}: Omit<BootstrapSettings, "rows"> & {
  human: readonly (number | null)[];
  judge: readonly number[];
  clusters: readonly string[];
}): BootstrapStatistic | null {
  requireFinite(judge, "judge");
  if (human.length !== judge.length) {
    throw new RangeError(
      `There are ${human.length} human and ${judge.length} judge scores; give null without a label.`,
    );
  }
  return bootstrapStatistic({ ...settings, resamples, clusters, rows: judge.length }, (rows) => {
    const labelled: number[] = [];
    const judgeOfLabelled: number[] = [];
    const rest = { total: 0, sum: 0, squares: 0 };
    for (const row of rows) {
      const score = judge[row] ?? 0;
      const label = human[row] ?? null;
      if (label === null) {
        rest.total += 1;
        rest.sum += score;
        rest.squares += score * score;
      } else {
        labelled.push(label);
        judgeOfLabelled.push(score);
      }
    }
    const mean = rest.total === 0 ? 0 : rest.sum / rest.total;
    const variance = rest.total === 0 ? 0 : Math.max(0, rest.squares / rest.total - mean * mean);
    return (
      ppiMean({ labelled, judgeOfLabelled, judgedOnly: { total: rest.total, mean, variance } })?.estimate ??
      null
    );
  });
}
