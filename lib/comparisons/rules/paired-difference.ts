import type { Rate } from "#lib/scorecards/scorecard.ts";
import { wilsonInterval } from "#lib/stats/intervals/wilson.ts";
import { mcnemar } from "#lib/stats/paired/mcnemar.ts";
import { tangoInterval } from "#lib/stats/paired/tango.ts";
import { type BucketCounts, pairedTotal } from "./bucket.ts";

export type PairCounts = Pick<BucketCounts, "broken" | "fixed" | "both_fail" | "both_pass">;

export type PairedDifference = {
  /** Cases judged in both runs. */
  n: number;
  fixed: number;
  broken: number;
  /** Pass rates on those n cases only, with 95 % Wilson intervals. */
  baseline: Rate;
  candidate: Rate;
  /** Candidate minus baseline as a fraction, with Tango's 95 % interval. */
  difference: number;
  lower: number;
  upper: number;
  /** Two-sided, McNemar mid-p. */
  midP: number;
  /** "unclear" unless the interval excludes no change. */
  direction: "better" | "worse" | "unclear";
};

export const differenceMethod =
  "Paired difference on the same cases: Tango score interval, 95 %; p-value: McNemar mid-p";

/** The change in pass rate from baseline to candidate over the same cases; null when no case was judged in both. */
export function pairedDifference(counts: PairCounts): PairedDifference | null {
  const n = pairedTotal(counts);
  const baseline = rateOf(counts.both_pass + counts.broken, n);
  const candidate = rateOf(counts.both_pass + counts.fixed, n);
  if (baseline === null || candidate === null) return null;
  const only = { onlyFirst: counts.fixed, onlySecond: counts.broken };
  const interval = tangoInterval({ ...only, total: n });
  return {
    n,
    fixed: counts.fixed,
    broken: counts.broken,
    baseline,
    candidate,
    ...interval,
    midP: mcnemar(only).midP,
    direction: interval.lower > 0 ? "better" : interval.upper < 0 ? "worse" : "unclear",
  };
}

function rateOf(successes: number, total: number): Rate | null {
  const interval = wilsonInterval({ successes, total });
  return interval === null ? null : { successes, total, ...interval };
}
