import { requireWithin } from "../guards/require-within.ts";

/**
 * `wins[i][j]` comparisons that model i won against j, and `ties[i][j]` = `ties[j][i]` that neither won. Fractions are allowed, as
 * weights; the diagonals are 0.
 */
export type PairCounts = { wins: readonly (readonly number[])[]; ties?: readonly (readonly number[])[] };

/** @throws RangeError unless both tables are square, alike in size, not negative, 0 on the diagonal, and ties are symmetric. */
export function requirePairCounts({ wins, ties }: PairCounts): void {
  requireSquare(wins, wins.length, "wins");
  if (!ties) return;
  requireSquare(ties, wins.length, "ties");
  ties.forEach((row, i) => {
    row.forEach((count, j) => {
      if (count !== ties[j]?.[i]) {
        throw new RangeError(
          `ties[${i}][${j}] is ${count} and ties[${j}][${i}] is ${ties[j]?.[i]}; both count one pair.`,
        );
      }
    });
  });
}

function requireSquare(table: readonly (readonly number[])[], size: number, name: string): void {
  if (table.length !== size) throw new RangeError(`${name} has ${table.length} rows; it needs ${size}.`);
  table.forEach((row, i) => {
    if (row.length !== size)
      throw new RangeError(`${name}[${i}] has ${row.length} entries; it needs ${size}.`);
    row.forEach((count, j) => {
      requireWithin(count, `${name}[${i}][${j}]`, 0, i === j ? 0 : Number.MAX_VALUE);
    });
  });
}

/** Wins with every tie counted as half a win for each side. */
export function winsWithHalfTies({ wins, ties }: PairCounts): number[][] {
  return wins.map((row, i) => row.map((count, j) => count + (ties?.[i]?.[j] ?? 0) / 2));
}
