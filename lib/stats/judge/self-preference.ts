import { fisherExact } from "../rates/fisher-exact.ts";

export type SelfPreference = {
  /** Of the pairs that humans give to the other model, the share that the judge gives to its own; null without such pairs. */
  falseOwnRate: number | null;
  /** Of the pairs that humans give to the judge's own model, the share that the judge gives to the other. */
  falseOtherRate: number | null;
  /** falseOwnRate - falseOtherRate: above 0 the judge errs in its own favour. */
  bias: number | null;
  /** falseOwnRate minus that of a third-party judge on the same pairs; null when none is given. */
  aboveReference: number | null;
  /** Fisher's exact test, two-sided, that both false rates are equal. */
  pValue: number;
};

/**
 * Whether a judge favours answers of its own model, on pairs of an own and another answer with a human verdict: `humanOwn` pairs
 * went to the own answer, of which the judge gave `judgeOwnOfHumanOwn` to it, and `humanOther` to the other, of which the judge
 * gave `judgeOwnOfHumanOther` to its own. A difference may come from the answers rather than from the judge, so give a third
 * party's figure (`referenceOwnOfHumanOther`) as well: about half of the reported cases do not survive it.
 *
 * Source: equal opportunity, Hardt, Price & Srebro 2016, arXiv 1610.02413; reference judge after arXiv 2601.22548.
 * @throws RangeError unless all are counts and no part exceeds its whole.
 */
export function selfPreference({
  humanOwn,
  judgeOwnOfHumanOwn,
  humanOther,
  judgeOwnOfHumanOther,
  referenceOwnOfHumanOther,
}: {
  humanOwn: number;
  judgeOwnOfHumanOwn: number;
  humanOther: number;
  judgeOwnOfHumanOther: number;
  referenceOwnOfHumanOther?: number;
}): SelfPreference {
  const test = fisherExact({
    first: { successes: judgeOwnOfHumanOther, total: humanOther },
    second: { successes: humanOwn - judgeOwnOfHumanOwn, total: humanOwn },
  });
  const falseOwnRate = humanOther === 0 ? null : judgeOwnOfHumanOther / humanOther;
  const falseOtherRate = humanOwn === 0 ? null : (humanOwn - judgeOwnOfHumanOwn) / humanOwn;
  return {
    falseOwnRate,
    falseOtherRate,
    bias: falseOwnRate === null || falseOtherRate === null ? null : falseOwnRate - falseOtherRate,
    aboveReference:
      falseOwnRate === null || referenceOwnOfHumanOther === undefined
        ? null
        : falseOwnRate - referenceOwnOfHumanOther / humanOther,
    pValue: test.twoSided,
  };
}
