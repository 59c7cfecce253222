import { logisticRegression } from "../regression/logistic-regression.ts";

export type LengthBias = {
  /** Change of the log-odds that the judge passes an answer, per unit of length, at an equal human verdict. */
  logOddsPerUnit: number;
  standardError: number;
  pValue: number;
};

/**
 * Whether a judge rewards length: logistic regression of its verdict on the human verdict and the length of the answer. For
 * pairwise verdicts, `length` is the difference in length. Null where the records cannot tell: too few, one verdict only, or a
 * judge that follows the human exactly.
 *
 * Source: Dubois et al. 2024, arXiv 2404.04475, with the human verdict as control.
 * @throws RangeError when a length is not finite.
 */
export function lengthBias(
  records: readonly { judgePass: boolean; humanPass: boolean; length: number }[],
): LengthBias | null {
  const coefficients = logisticRegression(
    records.map(({ humanPass, length }) => [humanPass ? 1 : 0, length]),
    records.map(({ judgePass }) => judgePass),
  );
  const length = coefficients?.[2];
  return length
    ? { logOddsPerUnit: length.estimate, standardError: length.standardError, pValue: length.pValue }
    : null;
}
