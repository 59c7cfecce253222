import { bisectFalling } from "../bisect.ts";
import { binomialCdf } from "../distributions/binomial-cdf.ts";
import { binomialPmf } from "../distributions/binomial-pmf.ts";
import { requireCount } from "../guards/require-count.ts";
import { type RateInput, type RateInterval, requireRateInput } from "./rate-input.ts";

/**
 * Mid-p interval of one rate: Clopper-Pearson with half the probability of the observed count in each tail, which
 * takes back most of its excess width. Null when total is 0. Needs whole counts.
 *
 * Source: Berry & Armitage 1995, The Statistician 44:417.
 * @throws RangeError unless the counts are whole, 0 <= successes <= total and 0 < confidence < 1.
 */
export function midPInterval({ successes, total, confidence = 0.95 }: RateInput): RateInterval | null {
  requireRateInput({ successes, total, confidence });
  requireCount(successes, "successes");
  requireCount(total, "total");
  if (total === 0) return null;
  const tail = (1 - confidence) / 2;
  return {
    estimate: successes / total,
    lower: successes === 0 ? 0 : 1 - upperLimit(total - successes, total, tail),
    upper: successes === total ? 1 : upperLimit(successes, total, tail),
  };
}

function upperLimit(successes: number, total: number, tail: number): number {
  const lowerTail = (rate: number) =>
    binomialCdf(successes - 1, total, rate) + binomialPmf(successes, total, rate) / 2;
  return bisectFalling(lowerTail, tail, 0, 1);
}
