import { chiSquaredSurvival } from "../distributions/chi-squared-survival.ts";

/**
 * Cochran's Q test that several runs have the same pass rate on the same cases: `passes[case][run]`. Run it before
 * pairwise comparisons of more than two runs. Q is 0 and p is 1 when no case separates the runs. Null when there are no
 * cases or fewer than two runs.
 *
 * Source: Cochran 1950, Biometrika 37:256.
 * @throws RangeError when the rows differ in length.
 */
export function cochranQ(passes: readonly (readonly boolean[])[]): { q: number; pValue: number } | null {
  const runs = passes[0]?.length ?? 0;
  if (runs < 2) return null;
  const columns = new Array<number>(runs).fill(0);
  let total = 0;
  let rowSquares = 0;
  passes.forEach((row, index) => {
    if (row.length !== runs) {
      throw new RangeError(`Case ${index} has ${row.length} verdicts; the first case has ${runs}.`);
    }
    let passed = 0;
    row.forEach((pass, run) => {
      if (!pass) return;
      passed += 1;
      columns[run] = (columns[run] ?? 0) + 1;
    });
    total += passed;
    rowSquares += passed * passed;
  });
  const denominator = runs * total - rowSquares;
  if (denominator === 0) return { q: 0, pValue: 1 };
  const columnSquares = columns.reduce((sum, count) => sum + count * count, 0);
  const q = ((runs - 1) * (runs * columnSquares - total * total)) / denominator;
  return { q, pValue: chiSquaredSurvival(q, runs - 1) };
}
