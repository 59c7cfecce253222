import { requireCount } from "../guards/require-count.ts";

/** `counts[i][j]` items got category i from the first rater and category j from the second; ordered when weighted. */
export type AgreementTable = readonly (readonly number[])[];

export type AgreementShares = { total: number; cells: number[][]; rows: number[]; columns: number[] };

/**
 * Cells and margins as shares of all items; null when the table holds no item.
 *
 * @throws RangeError unless the table is square, has two categories or more and holds counts.
 */
export function agreementShares(table: AgreementTable): AgreementShares | null {
  const size = table.length;
  if (size < 2) throw new RangeError(`The agreement table has ${size} categories; it needs at least two.`);
  let total = 0;
  table.forEach((row, index) => {
    if (row.length !== size) {
      throw new RangeError(
        `Row ${index} of the agreement table has ${row.length} cells; it needs ${size}, as there are rows.`,
      );
    }
    row.forEach((count, column) => {
      requireCount(count, `table[${index}][${column}]`);
      total += count;
    });
  });
  if (total === 0) return null;
  const cells = table.map((row) => row.map((count) => count / total));
  const rows = cells.map((row) => row.reduce((sum, share) => sum + share, 0));
  const columns = cells.map((_, column) => cells.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  return { total, cells, rows, columns };
}
