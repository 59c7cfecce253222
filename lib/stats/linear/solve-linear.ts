/**
 * Solves A X = B for small dense systems by Gaussian elimination with partial pivoting; `matrix` is n x n, `right` n x m, and so
 * is the result. Null where the matrix is singular to working precision. Neither input is changed.
 */
export function solveLinear(
  matrix: readonly (readonly number[])[],
  right: readonly (readonly number[])[],
): number[][] | null {
  const size = matrix.length;
  const rows = matrix.map((row, index) => [...row, ...(right[index] ?? [])]);
  const largest = matrix.reduce(
    (most, row) => row.reduce((m, entry) => Math.max(m, Math.abs(entry)), most),
    0,
  );
  for (let column = 0; column < size; column += 1) {
    const pivotRow = strongestRow(rows, column);
    const pivot = rows[pivotRow]?.[column] ?? 0;
    if (!(Math.abs(pivot) > 1e-13 * largest)) return null;
    swap(rows, column, pivotRow);
    for (let row = 0; row < size; row += 1) {
      if (row !== column) eliminate(rows, row, column, pivot);
    }
  }
  return rows.map((row, index) => row.slice(size).map((entry) => entry / (row[index] ?? 1)));
}

/** The inverse of a small dense matrix; null where it is singular. */
export function invertMatrix(matrix: readonly (readonly number[])[]): number[][] | null {
  return solveLinear(
    matrix,
    matrix.map((_, row) => matrix.map((__, column) => (row === column ? 1 : 0))),
  );
}

function strongestRow(rows: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let row = column + 1; row < rows.length; row += 1) {
    if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
  }
  return best;
}

function swap(rows: number[][], one: number, other: number): void {
  const first = rows[one];
  const second = rows[other];
  if (first && second) {
    rows[one] = second;
    rows[other] = first;
  }
}

function eliminate(rows: number[][], row: number, column: number, pivot: number): void {
  const target = rows[row] ?? [];
  const source = rows[column] ?? [];
  const factor = (target[column] ?? 0) / pivot;
  if (factor === 0) return;
  for (let index = column; index < target.length; index += 1) {
    target[index] = (target[index] ?? 0) - factor * (source[index] ?? 0);
  }
}
