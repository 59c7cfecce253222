import { estimateRate } from "#lib/outcomes/estimate-rate.ts";
import { outcomeCodes } from "#lib/outcomes/run-outcomes.ts";
import { binomialQuantile } from "#lib/stats/distributions/binomial-quantile.ts";
import { METHOD_NAMES } from "#lib/stats/method/method-names.ts";
import { quantileInterval } from "#lib/stats/quantiles/quantile-interval.ts";
import type { RunEvidence } from "../evidence.ts";
import { effectiveTotal } from "./cases-to-settle.ts";

export type LatencyInterval = {
  estimate: number;
  /** Null: not estimable with so few answers. */
  lower: number | null;
  upper: number | null;
  /** Answers with a latency, in milliseconds, ascending. */
  sorted: Float64Array;
  /** How many independent answers tell as much. */
  effective: number;
  method: string;
};

const p = 0.95;

/**
 * The p95 latency with its 95 % interval. Where answers depend on one another, its ranks are those of so many independent answers as the
 * share of answers within the p95 shows. Null where no answer has a latency.
 *
 * Source: Conover 1999, section 3.2; Woodruff 1952, Journal of the American Statistical Association 47:635 for dependent answers.
 */
export function p95Latency(run: RunEvidence): LatencyInterval | null {
  const sorted = run.outcomes.latencyMs.filter((value) => !Number.isNaN(value)).sort();
  const plain = quantileInterval(Array.from(sorted), p);
  if (plain === null) return null;
  const { estimate, lower, upper, total } = plain;
  const method = METHOD_NAMES["order-statistics"];
  const within = rateWithin(run, estimate);
  if (within === null || within.units === null) {
    return { estimate, lower, upper, sorted, effective: total, method };
  }
  const effective = Math.max(1, Math.floor(effectiveTotal(within)));
  const at = (rank: number) =>
    rank < 1 || rank > effective ? null : (sorted[Math.ceil((rank / effective) * total) - 1] ?? null);
  return {
    estimate,
    lower: at(binomialQuantile(0.025, effective, p)),
    upper: at(binomialQuantile(0.975, effective, p) + 1),
    sorted,
    effective,
    method: `${method} at the effective number of answers`,
  };
}

/** The share of answers that took at most so long. */
function rateWithin({ outcomes, version }: RunEvidence, limitMs: number) {
  const { missing, passed, failed } = outcomeCodes;
  const verdicts = Uint8Array.from(outcomes.latencyMs, (value) =>
    Number.isNaN(value) ? missing : value <= limitMs ? passed : failed,
  );
  return estimateRate({ outcomes: { ...outcomes, verdicts }, version, purpose: "floor" });
}
