import { requireCount } from "../guards/require-count.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { requireWithin } from "../guards/require-within.ts";

// No bet risks more than this share of the capital.
const LARGEST_BET = 0.5;

/**
 * Capital of a gambler who bets against "the mean is `candidate`" on every value, half of it on a higher and half on a lower mean,
 * after each value. If the mean is the candidate, it ever reaches 1 / alpha with a chance of at most alpha.
 *
 * Source: Waudby-Smith & Ramdas 2024, JRSS B 86:1, hedged capital process with predictable plug-in bets.
 * @throws RangeError unless all values and the candidate lie in 0..1 and 0 < alpha < 1.
 */
export function bettingCapital(values: readonly number[], candidate: number, alpha = 0.05): number[] {
  requireWithin(candidate, "candidate", 0, 1);
  const bets = bettingFractions(values, alpha);
  let up = 1;
  let down = 1;
  return values.map((value, index) => {
    const bet = bets[index] ?? 0;
    up *= 1 + Math.min(bet, LARGEST_BET / candidate) * (value - candidate);
    down *= 1 - Math.min(bet, LARGEST_BET / (1 - candidate)) * (value - candidate);
    return Math.max(up, down) / 2;
  });
}

/**
 * Interval of the mean of scores in 0..1 that may be looked at after every value, `lower[t]` and `upper[t]` after value t: the means
 * against which betting has not paid. Exact at any sample size, and short for scores that vary little. The limits are on a grid of
 * 1 / `steps`; time grows with values times steps.
 *
 * Source: Waudby-Smith & Ramdas 2024, JRSS B 86:1, theorem 3, with running intersection.
 * @throws RangeError unless all values lie in 0..1, steps is at least 1 and 0 < confidence < 1.
 */
export function bettingSequence(
  values: readonly number[],
  { confidence = 0.95, steps = 1_000 }: { confidence?: number; steps?: number } = {},
): { lower: Float64Array; upper: Float64Array } {
  requireOpenUnit(confidence, "confidence");
  requireCount(steps, "steps", 1);
  const alpha = 1 - confidence;
  const bets = bettingFractions(values, alpha);
  const up = new Float64Array(steps + 1).fill(1);
  const down = new Float64Array(steps + 1).fill(1);
  const lower = new Float64Array(values.length);
  const upper = new Float64Array(values.length);
  let first = 0;
  let last = steps;
  values.forEach((value, index) => {
    const bet = bets[index] ?? 0;
    for (let step = first; step <= last; step += 1) {
      const candidate = step / steps;
      const gain = value - candidate;
      up[step] = (up[step] ?? 0) * (1 + Math.min(bet, LARGEST_BET / candidate) * gain);
      down[step] = (down[step] ?? 0) * (1 - Math.min(bet, LARGEST_BET / (1 - candidate)) * gain);
    }
    const refuted = (step: number) => Math.max(up[step] ?? 0, down[step] ?? 0) / 2 >= 1 / alpha;
    while (first < last && refuted(first)) first += 1;
    while (last > first && refuted(last)) last -= 1;
    lower[index] = first / steps;
    upper[index] = last / steps;
  });
  return { lower, upper };
}

/**
 * The share to bet on each value, from the values before it: √(2 ln(2/α) / (t ln(1 + t) σ²)), before any cap.
 *
 * @throws RangeError unless all values lie in 0..1 and 0 < alpha < 1.
 */
export function bettingFractions(values: readonly number[], alpha = 0.05): number[] {
  requireOpenUnit(alpha, "alpha");
  let sum = 0.5;
  let squares = 0.25;
  return values.map((value, index) => {
    requireWithin(value, `values[${index}]`, 0, 1);
    const time = index + 1;
    const variance = squares / time;
    sum += value;
    squares += (value - sum / (time + 1)) ** 2;
    return Math.sqrt((2 * Math.log(2 / alpha)) / (time * Math.log1p(time) * variance));
  });
}
