import { logGamma } from "../distributions/log-gamma.ts";
import { requireCount } from "../guards/require-count.ts";
import { requireWithin } from "../guards/require-within.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** Where the mean is smaller, counting up from 0 takes fewer steps than the rejection method. */
const SMALL_MEAN = 10;

/**
 * The number of successes in `trials` independent trials of chance `probability`, drawn exactly, in a time that does not grow with the
 * number of trials.
 *
 * Source: transformed rejection (BTRS), Hörmann 1993, J. Stat. Comput. Simul. 46:101; inversion below a mean of 10.
 * @throws RangeError when trials is no count or the probability is outside 0..1.
 */
export function drawBinomial(random: SeededRandom, trials: number, probability: number): number {
  requireCount(trials, "trials");
  requireWithin(probability, "probability", 0, 1);
  if (trials === 0 || probability === 0) return 0;
  if (probability > 0.5) return trials - drawBinomial(random, trials, 1 - probability);
  return trials * probability < SMALL_MEAN
    ? byInversion(random, trials, probability)
    : byRejection(random, trials, probability);
}

/** In 0..1, without either end. */
const uniform = (random: SeededRandom) => (random.uint32() + 0.5) / 2 ** 32;

function byInversion(random: SeededRandom, trials: number, p: number): number {
  const odds = p / (1 - p);
  let left = uniform(random);
  let chance = (1 - p) ** trials;
  let successes = 0;
  while (left > chance && successes < trials) {
    left -= chance;
    successes += 1;
    chance *= ((trials - successes + 1) / successes) * odds;
  }
  return successes;
}

function byRejection(random: SeededRandom, trials: number, p: number): number {
  const deviation = Math.sqrt(trials * p * (1 - p));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = trials * p + 0.5;
  const quick = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const mode = Math.floor((trials + 1) * p);
  const logOdds = Math.log(p / (1 - p));
  const logAtMode = logGamma(mode + 1) + logGamma(trials - mode + 1);
  for (;;) {
    const u = uniform(random) - 0.5;
    const v = uniform(random);
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + centre);
    if (k < 0 || k > trials) continue;
    if (edge >= 0.07 && v <= quick) return k;
    const height = Math.log((v * alpha) / (a / (edge * edge) + b));
    if (height <= logAtMode - logGamma(k + 1) - logGamma(trials - k + 1) + (k - mode) * logOdds) return k;
  }
}
