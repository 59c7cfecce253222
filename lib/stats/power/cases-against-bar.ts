import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { requireWithin } from "../guards/require-within.ts";
import { clopperPearsonInterval } from "../intervals/clopper-pearson.ts";

/** More cases than this are not collected to settle a bar. */
const MOST_CASES = 10_000_000;

/**
 * The smallest number of independent cases at which the Clopper-Pearson interval of a rate, if it stays as observed, lies wholly on one
 * side of the bar: the lower limit reaches it, or the upper limit stays below it. Found by search over the exact limits, with as many
 * successes as the rate says. Null when the rate is the bar itself, or so close to it that ten million cases would not do.
 *
 * Source: the interval of Clopper & Pearson 1934, Biometrika 26:404, inverted in n.
 * @throws RangeError unless rate and bar lie within 0..1 and confidence strictly between 0 and 1.
 */
export function casesAgainstBar({
  rate,
  bar,
  confidence = 0.95,
}: {
  rate: number;
  bar: number;
  confidence?: number;
}): number | null {
  requireWithin(rate, "rate", 0, 1);
  requireWithin(bar, "bar", 0, 1);
  requireOpenUnit(confidence, "confidence");
  const settles = (total: number) => {
    const limits = clopperPearsonInterval({ successes: rate * total, total, confidence });
    return limits !== null && (rate > bar ? limits.lower >= bar : limits.upper < bar);
  };
  if (rate === bar || !settles(MOST_CASES)) return null;
  let enough = 1;
  while (!settles(enough)) enough = Math.min(MOST_CASES, enough * 2);
  let few = Math.floor(enough / 2);
  while (enough - few > 1) {
    const middle = Math.floor((few + enough) / 2);
    if (settles(middle)) enough = middle;
    else few = middle;
  }
  return enough;
}
