import { requireCount } from "../guards/require-count.ts";

export type HypergeometricDistribution = {
  /** The smallest number of successes that can be drawn. */
  minimum: number;
  /** `probabilities[i]` belongs to `minimum + i` successes; they sum to 1. */
  probabilities: Float64Array;
};

/**
 * Distribution of the successes among `draws` taken without replacement from `population` items, of which `successes`
 * are successes. Built from ratios of neighbouring terms around the mode, so no factorial overflows or cancels.
 *
 * @throws RangeError unless all are counts with successes <= population and draws <= population.
 */
export function hypergeometric({
  population,
  successes,
  draws,
}: {
  population: number;
  successes: number;
  draws: number;
}): HypergeometricDistribution {
  requireCount(population, "population");
  requireCount(successes, "successes");
  requireCount(draws, "draws");
  if (successes > population || draws > population) {
    throw new RangeError(
      `successes ${successes} and draws ${draws} must not exceed population ${population}.`,
    );
  }
  const minimum = Math.max(0, draws + successes - population);
  const maximum = Math.min(draws, successes);
  const probabilities = new Float64Array(maximum - minimum + 1);
  const mode = Math.floor(((draws + 1) * (successes + 1)) / (population + 2));
  const start = Math.min(maximum, Math.max(minimum, mode));
  probabilities[start - minimum] = 1;
  for (let k = start; k < maximum; k += 1) {
    const ratio = ((successes - k) * (draws - k)) / ((k + 1) * (population - successes - draws + k + 1));
    probabilities[k + 1 - minimum] = (probabilities[k - minimum] ?? 0) * ratio;
  }
  for (let k = start; k > minimum; k -= 1) {
    const ratio = (k * (population - successes - draws + k)) / ((successes - k + 1) * (draws - k + 1));
    probabilities[k - 1 - minimum] = (probabilities[k - minimum] ?? 0) * ratio;
  }
  const sum = probabilities.reduce((running, weight) => running + weight, 0);
  return { minimum, probabilities: probabilities.map((weight) => weight / sum) };
}
