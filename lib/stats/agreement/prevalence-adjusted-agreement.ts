import { type AgreementTable, agreementShares } from "./agreement-table.ts";

export type PrevalenceAdjustedAgreement = {
  /** Share of items on which both raters agree. */
  agreement: number;
  /** Gwet's AC1. */
  ac1: number;
  /** Prevalence- and bias-adjusted kappa: agreement against guessing each of the k categories equally often. */
  pabak: number;
};

/**
 * Two agreement measures that do not collapse where one category is rare, as kappa does. AC1 = (pₒ - pₑ) / (1 - pₑ) with
 * pₑ = Σ π(1 - π) / (k - 1), π the mean share of a category over both raters; PABAK = (k pₒ - 1) / (k - 1). Null without items.
 *
 * Source: Gwet 2008, British J. Math. Stat. Psychol. 61:29; Byrt, Bishop & Carlin 1993, J. Clin. Epidemiol. 46:423.
 * @throws RangeError unless the table is square and holds counts.
 */
export function prevalenceAdjustedAgreement(table: AgreementTable): PrevalenceAdjustedAgreement | null {
  const shares = agreementShares(table);
  if (!shares) return null;
  const categories = table.length;
  const agreement = shares.cells.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
  const byChance = shares.rows.reduce((sum, row, index) => {
    const share = (row + (shares.columns[index] ?? 0)) / 2;
    return sum + share * (1 - share);
  }, 0);
  // At most 1 / k, because the sum is at most (k - 1) / k: the division below is safe.
  const expected = byChance / (categories - 1);
  return {
    agreement,
    ac1: (agreement - expected) / (1 - expected),
    pabak: (categories * agreement - 1) / (categories - 1),
  };
}
