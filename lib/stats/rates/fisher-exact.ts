import { hypergeometric } from "../distributions/hypergeometric.ts";
import { requireTwoRates, type TwoRates } from "./two-rates-input.ts";

export type FisherResult = {
  /** All tables no more likely than the observed one. */
  twoSided: number;
  /** The first rate at least as far above the second as observed. */
  firstGreater: number;
  /** The first rate at least as far below the second as observed. */
  firstLess: number;
};

// Ties between equally likely tables differ by rounding; R and SciPy use the same slack.
const TIE_SLACK = 1 + 1e-7;

/**
 * Fisher's exact test of two independent rates. All p-values are 1 when either total is 0.
 *
 * Source: Fisher 1935, JRSS 98:39.
 * @throws RangeError unless the counts are whole with successes <= total.
 */
export function fisherExact({ first, second }: TwoRates): FisherResult {
  requireTwoRates({ first, second });
  const { minimum, probabilities } = hypergeometric({
    population: first.total + second.total,
    successes: first.successes + second.successes,
    draws: first.total,
  });
  const observed = probabilities[first.successes - minimum] ?? 1;
  let twoSided = 0;
  let firstGreater = 0;
  let firstLess = 0;
  probabilities.forEach((probability, index) => {
    if (probability <= observed * TIE_SLACK) twoSided += probability;
    if (minimum + index >= first.successes) firstGreater += probability;
    if (minimum + index <= first.successes) firstLess += probability;
  });
  return {
    twoSided: Math.min(1, twoSided),
    firstGreater: Math.min(1, firstGreater),
    firstLess: Math.min(1, firstLess),
  };
}
