export type ConfusionCount = { actual: string; predicted: string; count: number };

export type ConfusionCell = {
  row: number;
  column: number;
  count: number;
  /** Share of the row: of all cases with this actual label. */
  share: number;
};

export type ConfusionTable = {
  cells: ConfusionCell[];
  rowTotals: number[];
  columnTotals: number[];
  total: number;
};

/** Counts as positioned cells; counts of the same pair add up. Labels that are not in `labels` and counts that are not positive are left out. */
export function confusionCells(labels: readonly string[], counts: readonly ConfusionCount[]): ConfusionTable {
  const position = new Map(labels.map((label, index) => [label, index]));
  const rowTotals = labels.map(() => 0);
  const columnTotals = labels.map(() => 0);
  const cells = new Map<string, { row: number; column: number; count: number }>();
  for (const { actual, predicted, count } of counts) {
    const row = position.get(actual);
    const column = position.get(predicted);
    if (row === undefined || column === undefined || !(count > 0)) continue;
    rowTotals[row] = (rowTotals[row] ?? 0) + count;
    columnTotals[column] = (columnTotals[column] ?? 0) + count;
    const key = `${row} ${column}`;
    cells.set(key, { row, column, count: count + (cells.get(key)?.count ?? 0) });
  }
  const placed = [...cells.values()];
  return {
    cells: placed.map((cell) => ({ ...cell, share: cell.count / (rowTotals[cell.row] ?? cell.count) })),
    rowTotals,
    columnTotals,
    total: placed.reduce((sum, cell) => sum + cell.count, 0),
  };
}

/** The most frequent mistakes, most first; among equals the larger share of its row. */
export function topConfusions(cells: readonly ConfusionCell[], limit: number): ConfusionCell[] {
  return cells
    .filter((cell) => cell.row !== cell.column)
    .sort((left, right) => right.count - left.count || right.share - left.share)
    .slice(0, limit);
}
