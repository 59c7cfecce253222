import type { RowStatistic } from "./bootstrap-statistic.ts";

/**
 * A statistic of sums over rows, for metrics of a whole run that are formed from totals, such as BLEU: `table` holds `width` numbers
 * for each row, one row after the other. `of` gets the sums, which are overwritten after the call.
 *
 * @throws RangeError when the table is not made of whole rows.
 */
export function statisticOfSums(
  table: Float64Array,
  width: number,
  of: (sums: Float64Array) => number | null,
): RowStatistic {
  if (!Number.isInteger(width) || width < 1 || table.length % width !== 0) {
    throw new RangeError(`The table has ${table.length} numbers; it needs rows of ${width}.`);
  }
  const sums = new Float64Array(width);
  return (rows) => {
    sums.fill(0);
    for (let index = 0; index < rows.length; index += 1) {
      const start = (rows[index] ?? 0) * width;
      for (let column = 0; column < width; column += 1) {
        sums[column] = (sums[column] ?? 0) + (table[start + column] ?? 0);
      }
    }
    return of(sums);
  };
}

/**
 * Statistics of how often each of `cells` cells occurs, for metrics of a confusion table: `cellOf[i]` is the cell of row i. `of` gets
 * the counts, which are overwritten after the call.
 */
export function statisticsOfCounts<Values>(
  cellOf: Uint32Array,
  cells: number,
  of: (counts: Float64Array) => Values,
): (rows: Uint32Array) => Values {
  const counts = new Float64Array(cells);
  return (rows) => {
    counts.fill(0);
    for (let index = 0; index < rows.length; index += 1) {
      const cell = cellOf[rows[index] ?? 0] ?? 0;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    return of(counts);
  };
}
