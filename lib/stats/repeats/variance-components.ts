import { variance } from "../error-bars/variance.ts";
import { mean } from "../mean.ts";

export type VarianceComponents = {
  /** Mean of the case means. */
  mean: number;
  /** Standard error of that mean, cases as the unit. */
  standardError: number;
  /** Mean variance of one attempt around its case's mean: the sampling noise. */
  withinVariance: number;
  varianceOfCaseMeans: number;
  /** Variance of the true case means; negative by chance when there is none. */
  betweenVariance: number;
  /** Part of `varianceOfCaseMeans` that is sampling noise at these attempts per case; null when it is 0. */
  shareWithin: number | null;
  /** Intraclass correlation of attempts within cases; null when nothing varies. */
  correlation: number | null;
};

/**
 * Splits the variance of a run with repeated attempts into differences between cases and sampling noise within cases:
 * `scores[case][attempt]`. It tells whether more cases or more attempts would shrink the error bar. Attempts per case
 * may differ. Null with fewer than two cases, when a case has no attempt, or when no case has two.
 *
 * Source: Miller 2024, arXiv 2411.00640, section 3.1; one-way random effects.
 * @throws RangeError when a score is not finite.
 */
export function varianceComponents(scores: readonly (readonly number[])[]): VarianceComponents | null {
  const caseMeans = scores.map(mean).filter((value) => value !== null);
  const withinVariance = mean(scores.map(variance).filter((value) => value !== null));
  const overall = mean(caseMeans);
  const varianceOfCaseMeans = variance(caseMeans);
  if (caseMeans.length < scores.length || withinVariance === null) return null;
  if (overall === null || varianceOfCaseMeans === null) return null;
  const noise = mean(scores.map((attempts) => withinVariance / attempts.length)) ?? 0;
  const betweenVariance = varianceOfCaseMeans - noise;
  const singleAttempt = betweenVariance + withinVariance;
  return {
    mean: overall,
    standardError: Math.sqrt(varianceOfCaseMeans / caseMeans.length),
    withinVariance,
    varianceOfCaseMeans,
    betweenVariance,
    shareWithin: varianceOfCaseMeans === 0 ? null : Math.min(1, noise / varianceOfCaseMeans),
    correlation: singleAttempt <= 0 ? null : betweenVariance / singleAttempt,
  };
}
