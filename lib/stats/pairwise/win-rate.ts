import { requireCount } from "../guards/require-count.ts";
import { mcnemar } from "../paired/mcnemar.ts";

export type WinRate = {
  /** (wins + ties / 2) / total. */
  rate: number;
  /** Of the mean of scores 1, 1/2 and 0; null with one comparison. */
  standardError: number | null;
  /** Exact sign test, two-sided, without the ties. */
  pValue: number;
  total: number;
};

/** Win rate against a baseline, ties counting half. Null without comparisons. @throws RangeError unless all are counts. */
export function winRate({
  wins,
  ties,
  losses,
}: {
  wins: number;
  ties: number;
  losses: number;
}): WinRate | null {
  requireCount(wins, "wins");
  requireCount(ties, "ties");
  requireCount(losses, "losses");
  const total = wins + ties + losses;
  if (total === 0) return null;
  const rate = (wins + ties / 2) / total;
  const squares = wins * (1 - rate) ** 2 + ties * (0.5 - rate) ** 2 + losses * rate ** 2;
  return {
    rate,
    standardError: total === 1 ? null : Math.sqrt(squares / (total - 1) / total),
    pValue: mcnemar({ onlyFirst: wins, onlySecond: losses }).exact,
    total,
  };
}
