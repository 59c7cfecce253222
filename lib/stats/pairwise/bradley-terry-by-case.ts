import {
  type BootstrapSettings,
  type BootstrapStatistic,
  bootstrapStatistics,
} from "../bootstrap/bootstrap-statistic.ts";
import { requireCount } from "../guards/require-count.ts";
import { bradleyTerry, bradleyTerryStrengths } from "./bradley-terry.ts";
import { winGroups } from "./win-groups.ts";

/** One comparison of the models at positions `first` and `second` on a case. */
export type PairVote = {
  caseKey: string;
  first: number;
  second: number;
  outcome: "first" | "second" | "tie";
};

export type BradleyTerryByCase =
  | { kind: "disconnected"; groups: number[][] }
  | {
      kind: "fitted";
      logStrengths: number[];
      /** Of every log strength. Null with one case, or where too many resamples have no common scale. */
      intervals: (BootstrapStatistic | null)[];
      /** Of every model's log strength minus that of `reference`, in the same resamples: this is what shows who is better. */
      differences: (BootstrapStatistic | null)[];
    };

/**
 * Bradley-Terry strengths, ties counting half, with bootstrap intervals over cases: the votes on one case stand or fall together.
 *
 * Source: Bradley & Terry 1952; Efron & Tibshirani 1993; resampling after Chiang et al. 2024, arXiv 2403.04132, by case.
 * @throws RangeError when a vote names the same model twice or one that does not exist, or a setting is out of range.
 */
export function bradleyTerryByCase(
  votes: readonly PairVote[],
  models: number,
  {
    reference = 0,
    resamples = 500,
    ...settings
  }: Omit<BootstrapSettings, "rows" | "clusters"> & { reference?: number } = {},
): BradleyTerryByCase {
  requireCount(models, "models", 1);
  for (const { first, second } of votes) {
    requireCount(first, "first");
    requireCount(second, "second");
    if (first === second || first >= models || second >= models) {
      throw new RangeError(
        `A vote compares models ${first} and ${second}; they must differ and be below ${models}.`,
      );
    }
  }
  const whole = bradleyTerry({ wins: winsOf(votes, models, votes.keys()) });
  if (whole.kind === "disconnected") return whole;
  const clusters = votes.map((vote) => vote.caseKey);
  const results = bootstrapStatistics({ ...settings, resamples, rows: votes.length, clusters }, (rows) => {
    const wins = winsOf(votes, models, rows);
    const strengths = winGroups(wins).length === 1 ? bradleyTerryStrengths(wins) : null;
    const own = whole.logStrengths.map((_, model) => strengths?.[model] ?? null);
    const base = strengths?.[reference] ?? 0;
    return [...own, ...own.map((strength) => (strength === null ? null : strength - base))];
  });
  return {
    kind: "fitted",
    logStrengths: whole.logStrengths,
    intervals: results.slice(0, models),
    differences: results.slice(models),
  };
}

function winsOf(votes: readonly PairVote[], models: number, rows: Iterable<number>): number[][] {
  const wins = Array.from({ length: models }, () => new Array<number>(models).fill(0));
  const add = (winner: number, loser: number, amount: number) => {
    const row = wins[winner];
    if (row) row[loser] = (row[loser] ?? 0) + amount;
  };
  for (const index of rows) {
    const vote = votes[index];
    if (!vote) continue;
    const { first, second, outcome } = vote;
    if (outcome !== "second") add(first, second, outcome === "tie" ? 0.5 : 1);
    if (outcome !== "first") add(second, first, outcome === "tie" ? 0.5 : 1);
  }
  return wins;
}
