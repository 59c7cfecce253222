import { normalCdf } from "../distributions/normal-cdf.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { type AgreementShares, type AgreementTable, agreementShares } from "./agreement-table.ts";

/** Credit for a near miss: `none` gives 0, `linear` 1 - |i - j| / (k - 1), `quadratic` 1 - (i - j)² / (k - 1)². */
export type KappaWeights = "none" | "linear" | "quadratic";

export type CohenKappa = {
  kappa: number;
  /** For the interval around kappa. */
  standardError: number;
  /** Under "no agreement beyond chance", for the p-value. */
  nullStandardError: number;
  /** Two-sided; null where the error under chance is 0. */
  pValue: number | null;
  lower: number;
  upper: number;
  /** Weighted shares of agreement, observed and expected by chance. */
  observed: number;
  expected: number;
  total: number;
};

/**
 * Cohen's kappa of two raters, (observed - expected) / (1 - expected), with its normal interval, not
 * cut off at 1. It falls where one category is rare, even at high agreement: show AC1 beside it. Null without items, or when both raters used one and
 * the same category only, because chance then explains everything.
 *
 * Source: Cohen 1960; weights Cohen 1968; errors Fleiss, Cohen & Everitt 1969, Psychological Bulletin 72:323.
 * @throws RangeError unless the table is square and holds counts, and 0 < confidence < 1.
 */
export function cohenKappa(
  table: AgreementTable,
  { weights = "none", confidence = 0.95 }: { weights?: KappaWeights; confidence?: number } = {},
): CohenKappa | null {
  requireOpenUnit(confidence, "confidence");
  const shares = agreementShares(table);
  if (!shares) return null;
  const credit = creditTable(table.length, weights);
  const observed = weightedSum(credit, (i, j) => shares.cells[i]?.[j] ?? 0);
  const expected = weightedSum(credit, (i, j) => (shares.rows[i] ?? 0) * (shares.columns[j] ?? 0));
  if (1 - expected < 1e-15) return null;
  const kappa = (observed - expected) / (1 - expected);
  const { error, nullError } = standardErrors(shares, credit, kappa, expected);
  const half = normalQuantile(0.5 + confidence / 2) * error;
  return {
    kappa,
    standardError: error,
    nullStandardError: nullError,
    pValue: nullError === 0 ? null : Math.min(1, 2 * normalCdf(-Math.abs(kappa / nullError))),
    lower: kappa - half,
    upper: kappa + half,
    observed,
    expected,
    total: shares.total,
  };
}

function creditTable(size: number, weights: KappaWeights): number[][] {
  const categories = Array.from({ length: size }, (_, index) => index);
  const credit = (distance: number) => {
    if (weights === "none") return distance === 0 ? 1 : 0;
    return 1 - (distance / (size - 1)) ** (weights === "linear" ? 1 : 2);
  };
  return categories.map((i) => categories.map((j) => credit(Math.abs(i - j))));
}

function weightedSum(
  credit: readonly (readonly number[])[],
  share: (i: number, j: number) => number,
): number {
  return credit.reduce(
    (sum, row, i) => row.reduce((inner, weight, j) => inner + weight * share(i, j), sum),
    0,
  );
}

function standardErrors(
  { total, cells, rows, columns }: AgreementShares,
  credit: readonly (readonly number[])[],
  kappa: number,
  expected: number,
): { error: number; nullError: number } {
  const rowMeans = credit.map((row) => row.reduce((sum, weight, j) => sum + weight * (columns[j] ?? 0), 0));
  const columnMeans = credit.map((_, j) =>
    credit.reduce((sum, row, i) => sum + (row[j] ?? 0) * (rows[i] ?? 0), 0),
  );
  let spread = 0;
  let nullSpread = 0;
  credit.forEach((row, i) => {
    row.forEach((weight, j) => {
      const margins = (rowMeans[i] ?? 0) + (columnMeans[j] ?? 0);
      spread += (cells[i]?.[j] ?? 0) * (weight - margins * (1 - kappa)) ** 2;
      nullSpread += (rows[i] ?? 0) * (columns[j] ?? 0) * (weight - margins) ** 2;
    });
  });
  const scale = (1 - expected) * Math.sqrt(total);
  return {
    error: Math.sqrt(Math.max(0, spread - (kappa - expected * (1 - kappa)) ** 2)) / scale,
    nullError: Math.sqrt(Math.max(0, nullSpread - expected ** 2)) / scale,
  };
}
