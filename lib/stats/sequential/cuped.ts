import { requirePairs } from "../correlation/pearson.ts";
import { variance } from "../error-bars/variance.ts";
import { mean } from "../mean.ts";

export type Cuped = {
  theta: number;
  /** Scores with what the covariate explains taken out; their mean is the mean of the scores. */
  adjusted: number[];
  mean: number;
  variance: number;
  adjustedVariance: number;
  /** Share of the variance that is gone, the squared correlation. */
  reduction: number;
};

/**
 * Less noise in a score through a covariate from before the change, such as the baseline's score on the same case:
 * y - θ(x - x̄), θ = Cov(x, y) / Var(x). Null with fewer than two records, or where either list never varies.
 *
 * Source: Deng, Xu, Kohavi & Walker 2013, WSDM.
 * @throws RangeError when the lists differ in length or a value is not finite.
 */
export function cuped(scores: readonly number[], covariate: readonly number[]): Cuped | null {
  requirePairs(scores, covariate);
  const centre = mean(scores);
  const covariateCentre = mean(covariate);
  const spread = variance(scores);
  const covariateSpread = variance(covariate);
  if (centre === null || covariateCentre === null || !spread || !covariateSpread) return null;
  const shared = scores.reduce(
    (sum, score, index) => sum + (score - centre) * ((covariate[index] ?? 0) - covariateCentre),
    0,
  );
  const theta = shared / (scores.length - 1) / covariateSpread;
  const adjusted = scores.map((score, index) => score - theta * ((covariate[index] ?? 0) - covariateCentre));
  const adjustedVariance = variance(adjusted) ?? 0;
  return {
    theta,
    adjusted,
    mean: centre,
    variance: spread,
    adjustedVariance,
    reduction: 1 - adjustedVariance / spread,
  };
}
