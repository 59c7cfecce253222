import type { RateInterval } from "../intervals/rate-input.ts";
import { wilsonInterval } from "../intervals/wilson.ts";

export type CaseFlakiness = {
  passRate: number;
  /** Share of neighbouring attempts that differ; depends on their order. Null with one attempt. */
  flipRate: number | null;
  /** Unbiased chance that two attempts differ: 2 c (n - c) / (n (n - 1)). Null with one attempt. */
  disagreement: number | null;
  /** Unbiased variance of one attempt. Null with one attempt. */
  variance: number | null;
  entropyBits: number;
  interval: RateInterval;
  /** At least one pass and at least one fail. */
  flaky: boolean;
};

/**
 * How unsteady one case is over repeated attempts at the same version, in the order in which they ran. Null when there
 * are no attempts. Judge noise is part of it: judge one answer several times before blaming the model.
 *
 * @throws RangeError when confidence is not strictly between 0 and 1.
 */
export function caseFlakiness(outcomes: readonly boolean[], confidence = 0.95): CaseFlakiness | null {
  const attempts = outcomes.length;
  const passes = outcomes.filter((passed) => passed).length;
  const interval = wilsonInterval({ successes: passes, total: attempts, confidence });
  if (!interval) return null;
  const flips = outcomes.filter((passed, index) => index > 0 && passed !== outcomes[index - 1]).length;
  const disagreement = attempts < 2 ? null : (2 * passes * (attempts - passes)) / (attempts * (attempts - 1));
  return {
    passRate: interval.estimate,
    flipRate: attempts < 2 ? null : flips / (attempts - 1),
    disagreement,
    variance: disagreement === null ? null : disagreement / 2,
    entropyBits: entropyPart(interval.estimate) + entropyPart(1 - interval.estimate),
    interval,
    flaky: passes > 0 && passes < attempts,
  };
}

function entropyPart(share: number): number {
  return share === 0 ? 0 : -share * Math.log2(share);
}
