import { normalCdf } from "../distributions/normal-cdf.ts";
import { requireFinite } from "../guards/require-finite.ts";
import { invertMatrix } from "../linear/solve-linear.ts";
import { type Derivatives, newtonMaximise } from "./newton-maximise.ts";

export type LogisticCoefficient = {
  /** Change of the log-odds per unit. */
  estimate: number;
  standardError: number;
  /** Two-sided Wald test of 0. */
  pValue: number;
};

/**
 * Logistic regression by maximum likelihood: `predictors[i]` are the values of record i (an intercept is added and comes first in
 * the result). Null without records, where a predictor does not vary on its own, or where the predictors separate the outcomes,
 * because the estimate is then infinite.
 *
 * Source: McCullagh & Nelder 1989, Generalized Linear Models, chapter 4.
 * @throws RangeError when the lists differ in length or a value is not finite.
 */
export function logisticRegression(
  predictors: readonly (readonly number[])[],
  outcomes: readonly boolean[],
): LogisticCoefficient[] | null {
  if (predictors.length !== outcomes.length) {
    throw new RangeError(`There are ${predictors.length} records but ${outcomes.length} outcomes.`);
  }
  const width = predictors[0]?.length;
  if (width === undefined) return null;
  predictors.forEach((row, index) => {
    requireFinite(row, `predictors[${index}]`);
    if (row.length !== width) throw new RangeError(`Record ${index} has ${row.length} values, not ${width}.`);
  });
  // On one scale the curvature stays well conditioned; the result is scaled back.
  const scales = Array.from({ length: width }, (_, column) =>
    predictors.reduce((most, row) => Math.max(most, Math.abs(row[column] ?? 0)), 0),
  );
  if (scales.some((scale) => scale === 0)) return null;
  const rows = predictors.map((row) => [1, ...row.map((value, column) => value / (scales[column] ?? 1))]);
  const fit = newtonMaximise((point) => logLikelihood(rows, outcomes, point), new Array(width + 1).fill(0));
  // Beyond this the fitted chances are 0 and 1 to the last bit: the records are separated.
  if (!fit || fit.point.some((entry) => Math.abs(entry) > 30 * (width + 1))) return null;
  const covariance = invertMatrix(fit.at.hessian.map((row) => row.map((entry) => -entry)));
  if (!covariance) return null;
  return fit.point.map((entry, index) => {
    const scale = index === 0 ? 1 : (scales[index - 1] ?? 1);
    const error = Math.sqrt(Math.max(0, covariance[index]?.[index] ?? 0));
    return {
      estimate: entry / scale,
      standardError: error / scale,
      pValue: Math.min(1, 2 * normalCdf(-Math.abs(entry / error))),
    };
  });
}

function logLikelihood(
  rows: readonly (readonly number[])[],
  outcomes: readonly boolean[],
  point: readonly number[],
): Derivatives {
  const gradient = point.map(() => 0);
  const hessian = point.map(() => point.map(() => 0));
  let value = 0;
  rows.forEach((row, index) => {
    const logit = row.reduce((sum, entry, column) => sum + entry * (point[column] ?? 0), 0);
    const chance = 1 / (1 + Math.exp(-logit));
    const signed = outcomes[index] ? logit : -logit;
    value -= signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed;
    const residual = (outcomes[index] ? 1 : 0) - chance;
    const weight = chance * (1 - chance);
    row.forEach((entry, i) => {
      gradient[i] = (gradient[i] ?? 0) + residual * entry;
      const line = hessian[i] ?? [];
      row.forEach((other, j) => {
        line[j] = (line[j] ?? 0) - weight * entry * other;
      });
    });
  });
  return { value, gradient, hessian };
}
