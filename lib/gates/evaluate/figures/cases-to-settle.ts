import type { RateEstimate } from "#lib/outcomes/estimate-rate.ts";
import { clopperPearsonInterval } from "#lib/stats/intervals/clopper-pearson.ts";
import { casesAgainstBar } from "#lib/stats/power/cases-against-bar.ts";
import { roundedUp } from "./words.ts";

/**
 * About how many cases more would put the whole floor interval at `confidence` on one side of the bar, if the rate and the dependence
 * of attempts stay what they are; null when it takes more than ten million, or the rate is on the bar. `estimate` is at 95 %.
 */
export function casesToSettle(estimate: RateEstimate, bar: number, confidence = 0.95): number | null {
  const { cases, estimate: rate } = estimate;
  const needed = casesAgainstBar({ rate, bar, confidence });
  if (needed === null) return null;
  // The slack keeps a whole number from being rounded up by the last bit.
  return Math.max(1, roundedUp((needed * cases) / effectiveTotal(estimate) - cases - 1e-9));
}

/** How many cases, all of them passed, show that the bar is reached; null for a bar of 1, which no number shows. */
export function casesFromNothing(bar: number, confidence = 0.95): number | null {
  if (bar >= 1) return null;
  const tail = (1 - confidence) / 2;
  return bar <= 0 ? 1 : Math.max(1, Math.ceil(Math.log(tail) / Math.log(bar)));
}

/** How many independent attempts give the same limits of 95 %. */
export function effectiveTotal({ estimate, lower, upper, attempts, units }: RateEstimate): number {
  if (units === null) return attempts;
  const limitOf = (total: number) => {
    const interval = clopperPearsonInterval({ successes: estimate * total, total });
    if (interval === null) return 1;
    return estimate > 0 ? estimate - interval.lower : interval.upper;
  };
  const wanted = estimate > 0 ? estimate - lower : upper;
  let low = 0;
  let high = attempts;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (limitOf(middle) > wanted) low = middle;
    else high = middle;
  }
  return high;
}
