import type { RateEstimate } from "#lib/outcomes/estimate-rate.ts";
import { clopperPearsonInterval } from "#lib/stats/intervals/clopper-pearson.ts";
import { roundedUp } from "./words.ts";

/** Nobody collects more; the rate is then as good as on the bar. */
const most = 10_000_000;

/**
 * About how many cases more would put the whole floor interval at `confidence` on one side of the bar, if the rate and the dependence
 * of attempts stay what they are; null when it takes more than ten million, or the rate is on the bar. `estimate` is at 95 %.
 */
export function casesToSettle(estimate: RateEstimate, bar: number, confidence = 0.95): number | null {
  const { cases } = estimate;
  const rate = estimate.estimate;
  const effective = effectiveTotal(estimate);
  const needed = smallest((total) => {
    const interval = clopperPearsonInterval({ successes: rate * total, total, confidence });
    return interval !== null && (interval.lower >= bar || interval.upper < bar);
  }, effective);
  return needed === null ? null : Math.max(1, roundedUp((needed / effective - 1) * cases));
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

/** The smallest total above `from` that is enough, to a thousandth part; null when the largest is not. */
function smallest(isEnough: (total: number) => boolean, from: number): number | null {
  let high = from;
  while (!isEnough(high)) {
    high *= 2;
    if (high > most) return null;
  }
  let low = from;
  while (high - low > high / 1_000) {
    const middle = (low + high) / 2;
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
