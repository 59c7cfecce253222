import { cohenKappa } from "#lib/stats/agreement/cohen-kappa.ts";
import { wilsonInterval } from "#lib/stats/intervals/wilson.ts";
import type { AlignedCases } from "./align-columns.ts";
import { isRight } from "./sole-right.ts";

export type PairAgreement = {
  /** Places of the runs. */
  first: number;
  second: number;
  /** Cases with a verdict in both. */
  n: number;
  /** Share of them on which both are right or both wrong, with its 95 % Wilson interval. */
  share: { estimate: number; lower: number; upper: number };
  /** Null where every verdict of both runs is the same: chance then explains everything. */
  kappa: { estimate: number; lower: number; upper: number } | null;
};

export const agreementMethod =
  "95 % Wilson interval of the share; Cohen's kappa with the interval of Fleiss, Cohen and Everitt";

/** How far each two runs are right and wrong on the same cases. A pair that shares no case with a verdict is left out. */
export function pairAgreements(aligned: AlignedCases, changed: ReadonlySet<number>): PairAgreement[] {
  const found: PairAgreement[] = [];
  for (let first = 0; first < aligned.runs.length; first += 1) {
    for (let second = first + 1; second < aligned.runs.length; second += 1) {
      const table = agreementTable(aligned, first, second, changed);
      const agreement = agreementOf(table);
      if (agreement !== null) found.push({ first, second, ...agreement });
    }
  }
  return found;
}

function agreementTable(
  { caseNumbers, runs }: AlignedCases,
  first: number,
  second: number,
  changed: ReadonlySet<number>,
): [[number, number], [number, number]] {
  const [one, other] = [runs[first]?.rates, runs[second]?.rates];
  const counts: [[number, number], [number, number]] = [
    [0, 0],
    [0, 0],
  ];
  for (let place = 0; place < caseNumbers.length; place += 1) {
    if (changed.size > 0 && changed.has(caseNumbers[place] ?? -1)) continue;
    const before = isRight(one?.[place]);
    const after = isRight(other?.[place]);
    if (before === null || after === null) continue;
    counts[before ? 1 : 0][after ? 1 : 0] += 1;
  }
  return counts;
}

function agreementOf(
  table: [[number, number], [number, number]],
): Omit<PairAgreement, "first" | "second"> | null {
  const agreed = table[0][0] + table[1][1];
  const n = agreed + table[0][1] + table[1][0];
  const share = wilsonInterval({ successes: agreed, total: n });
  if (share === null) return null;
  const kappa = cohenKappa(table);
  return {
    n,
    share,
    kappa: kappa && {
      estimate: kappa.kappa,
      lower: Math.max(-1, kappa.lower),
      upper: Math.min(1, kappa.upper),
    },
  };
}
