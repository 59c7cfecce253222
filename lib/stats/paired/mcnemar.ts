import { binomialCdf } from "../distributions/binomial-cdf.ts";
import { binomialPmf } from "../distributions/binomial-pmf.ts";
import { chiSquaredSurvival } from "../distributions/chi-squared-survival.ts";
import { requireCount } from "../guards/require-count.ts";

export type McNemarResult = {
  /** Two-sided exact binomial p-value. */
  exact: number;
  /** Two-sided mid-p value: the recommended default. */
  midP: number;
  /** p-value of `chiSquared`, one degree of freedom. */
  asymptotic: number;
  /** p-value of `chiSquaredCorrected`. */
  corrected: number;
  chiSquared: number;
  chiSquaredCorrected: number;
};

/**
 * McNemar's test for two runs over the same cases: `onlyFirst` cases pass only in the first run, `onlySecond` only in
 * the second. All p-values are 1 when no case differs, because nothing speaks against "no change".
 *
 * Source: McNemar 1947; mid-p after Fagerland, Lydersen & Laake 2013, BMC Med. Res. Methodol. 13:91.
 * @throws RangeError when a count is negative or not whole.
 */
export function mcnemar({ onlyFirst, onlySecond }: { onlyFirst: number; onlySecond: number }): McNemarResult {
  requireCount(onlyFirst, "onlyFirst");
  requireCount(onlySecond, "onlySecond");
  const discordant = onlyFirst + onlySecond;
  if (discordant === 0) {
    return { exact: 1, midP: 1, asymptotic: 1, corrected: 1, chiSquared: 0, chiSquaredCorrected: 0 };
  }
  const smaller = Math.min(onlyFirst, onlySecond);
  const difference = Math.abs(onlyFirst - onlySecond);
  const cumulative = binomialCdf(smaller, discordant, 0.5);
  const point = binomialPmf(smaller, discordant, 0.5);
  const chiSquared = difference ** 2 / discordant;
  // Where the counts are equal there is nothing to correct; without the floor the statistic would be 1/n, not 0.
  const chiSquaredCorrected = Math.max(0, difference - 1) ** 2 / discordant;
  return {
    exact: Math.min(1, 2 * cumulative),
    midP: difference === 0 ? 1 - point / 2 : Math.max(0, 2 * cumulative - point),
    asymptotic: chiSquaredSurvival(chiSquared, 1),
    corrected: chiSquaredSurvival(chiSquaredCorrected, 1),
    chiSquared,
    chiSquaredCorrected,
  };
}
