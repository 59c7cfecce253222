import { pearson } from "../correlation/pearson.ts";
import { requireWithin } from "../guards/require-within.ts";
import { extremeGroups } from "./extreme-groups.ts";

export type ItemStatistics = {
  /** Mean score of the case over runs, in 0..1: its pass rate. High is easy. */
  difficulty: number;
  /** p(1 - p) for pass/fail scores. */
  variance: number;
  /** Correlation with the run's total, and with its total without this case; null where either never varies. */
  itemTotal: number | null;
  /** Negative: better runs fail this case more often, so its expected value or its grader is suspect. */
  itemRest: number | null;
  /** Mean score in the best 27 % of runs minus that in the worst 27 %. */
  upperLower: number;
};

export type ItemAnalysis = {
  items: ItemStatistics[];
  /** Internal consistency of the suite; null with fewer than two cases or runs, or where totals never vary. */
  cronbachAlpha: number | null;
  /** The same by Kuder and Richardson's formula 20; null unless every score is 0 or 1. */
  kr20: number | null;
  runs: number;
};

/**
 * Classical item analysis: `scores[r][c]` is run r's score on case c in 0..1. Runs that tie at the edge of the best or worst 27 %
 * share the place, so that the order of runs does not matter. Null without runs or cases.
 *
 * Source: Kelley 1939, J. Educ. Psychol. 30:17 (27 %); Cronbach 1951, Psychometrika 16:297; Kuder & Richardson 1937.
 * @throws RangeError when runs have different numbers of cases or a score is outside 0..1.
 */
export function itemAnalysis(scores: readonly (readonly number[])[]): ItemAnalysis | null {
  const cases = scores[0]?.length ?? 0;
  if (cases === 0) return null;
  requireMatrix(scores, cases);
  const totals = scores.map((row) => row.reduce((sum, score) => sum + score, 0));
  const groups = extremeGroups(totals);
  const items = Array.from({ length: cases }, (_, index) => {
    const column = scores.map((row) => row[index] ?? 0);
    const rest = totals.map((total, run) => total - (column[run] ?? 0));
    const difficulty = column.reduce((sum, score) => sum + score, 0) / column.length;
    return {
      difficulty,
      variance: populationVariance(column),
      itemTotal: pearson(column, totals),
      itemRest: pearson(column, rest),
      upperLower: weighted(column, groups.upper) - weighted(column, groups.lower),
    };
  });
  const alpha = cronbachAlpha(items, populationVariance(totals));
  const binary = scores.every((row) => row.every((score) => score === 0 || score === 1));
  return { items, cronbachAlpha: alpha, kr20: binary ? alpha : null, runs: scores.length };
}

function requireMatrix(scores: readonly (readonly number[])[], cases: number): void {
  scores.forEach((row, run) => {
    if (row.length !== cases) {
      throw new RangeError(
        `Run ${run} has ${row.length} cases and run 0 has ${cases}; every run needs the same cases.`,
      );
    }
    row.forEach((score, index) => {
      requireWithin(score, `scores[${run}][${index}]`, 0, 1);
    });
  });
}

function cronbachAlpha(items: readonly ItemStatistics[], totalVariance: number): number | null {
  if (items.length < 2 || totalVariance < 1e-15) return null;
  const within = items.reduce((sum, item) => sum + item.variance, 0);
  return (items.length / (items.length - 1)) * (1 - within / totalVariance);
}

function populationVariance(values: readonly number[]): number {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length;
}

function weighted(column: readonly number[], weights: readonly number[]): number {
  return column.reduce((sum, score, run) => sum + score * (weights[run] ?? 0), 0);
}
