import { z } from "zod";
import { bradleyTerry, eloOf, winProbability } from "../../../pairwise/bradley-terry.ts";
import { eloExpected } from "../../../pairwise/elo-expected.ts";
import type { PairCounts } from "../../../pairwise/pair-counts.ts";
import { rankIntervals } from "../../../pairwise/rank-intervals.ts";
import { davidson, raoKupper, type TieModel } from "../../../pairwise/tie-models.ts";
import { winRate } from "../../../pairwise/win-rate.ts";
import { type Adapter, adapter } from "../../adapter.ts";

const number = z.number();
const numbers = z.array(number);
const table = z.array(numbers);
const withTies = z.object({ wins: table, ties: table });
const bounds = z.object({ lower: numbers, upper: numbers });

export const pairwiseAdapters: Record<string, Adapter> = {
  bradley_terry: adapter(z.object({ wins_row_beats_col: table }), ({ wins_row_beats_col: wins }) => {
    const result = bradleyTerry({ wins });
    if (result.kind === "disconnected") return result;
    const { logStrengths, covariance, robustCovariance } = result;
    const diagonal = (matrix: number[][]) => matrix.map((row, index) => Math.sqrt(row[index] ?? 0));
    const entry = (i: number, j: number) => covariance[i]?.[j] ?? 0;
    return {
      strength_geomean1: logStrengths.map(Math.exp),
      log_strength: logStrengths,
      elo_scale_centered: logStrengths.map(eloOf),
      model_se_log: diagonal(covariance),
      sandwich_se_log: diagonal(robustCovariance),
      var_contrast_B_minus_A: entry(0, 0) + entry(1, 1) - 2 * entry(0, 1),
      p_D_beats_A: winProbability(logStrengths[3] ?? 0, logStrengths[0] ?? 0),
    };
  }),
  bradley_terry_ties_half: adapter(withTies, (counts) => {
    const result = bradleyTerry(counts);
    if (result.kind === "disconnected") return result;
    return { log_strength: result.logStrengths, elo: result.logStrengths.map(eloOf) };
  }),
  davidson_ties: tieModel(davidson, "nu"),
  rao_kupper_ties: tieModel(raoKupper, "theta"),
  rank_upper_bound: adapter(bounds, (input) => ranksOf(input).map((rank) => rank.best)),
  rank_interval: adapter(bounds, (input) => ranksOf(input).map((rank) => [rank.best, rank.worst])),
  elo_expected: adapter(z.object({ ra: number, rb: number }), ({ ra, rb }) => eloExpected(ra, rb)),
  win_rate_vs_baseline: adapter(z.object({ wins: number, ties: number, losses: number }), (input) => {
    const result = winRate(input);
    return { win_rate_half_ties: result?.rate, se: result?.standardError, sign_test_p: result?.pValue };
  }),
};

function tieModel(model: (counts: PairCounts) => TieModel | null, parameter: string): Adapter {
  return adapter(withTies, (counts) => {
    const result = model(counts);
    return {
      log_strength: result?.logStrengths,
      [parameter]: result?.tieParameter,
      loglik: result?.logLikelihood,
    };
  });
}

function ranksOf({ lower, upper }: z.infer<typeof bounds>) {
  return rankIntervals(lower.map((limit, index) => ({ lower: limit, upper: upper[index] ?? 0 })));
}
