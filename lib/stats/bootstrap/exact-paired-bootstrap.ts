import { requireCount } from "../guards/require-count.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { type BcaLevels, bcaLevels } from "./bca-levels.ts";

export type ExactPairedBootstrap = {
  difference: number;
  percentile: { lower: number; upper: number };
  /** Null where no case differs, or every case differs in the same direction. */
  bca: { lower: number; upper: number } | null;
  acceleration: number | null;
  levels: BcaLevels | null;
};

// The convolution takes 2 n² steps: 0.1 s at this size. Beyond it the random bootstrap is just as good.
const LARGEST_TOTAL = 5_000;

/**
 * The bootstrap interval of a difference of two pass rates on the same cases (first minus second) as infinitely many
 * resamples would give it, by convolving the distribution of one resampled case. Null when total is 0.
 *
 * Source: Efron 1987, JASA 82:171; ties of replicates with the estimate count half.
 * @throws RangeError unless the counts are whole, onlyFirst + onlySecond <= total <= 5,000 and 0 < confidence < 1.
 */
export function exactPairedBootstrap({
  onlyFirst,
  onlySecond,
  total,
  confidence = 0.95,
}: {
  onlyFirst: number;
  onlySecond: number;
  total: number;
  confidence?: number;
}): ExactPairedBootstrap | null {
  requireCount(onlyFirst, "onlyFirst");
  requireCount(onlySecond, "onlySecond");
  requireCount(total, "total");
  requireOpenUnit(confidence, "confidence");
  if (onlyFirst + onlySecond > total || total > LARGEST_TOTAL) {
    throw new RangeError(
      `onlyFirst ${onlyFirst} plus onlySecond ${onlySecond} must not exceed the total ${total}, nor that ${LARGEST_TOTAL}.`,
    );
  }
  if (total === 0) return null;
  const net = onlyFirst - onlySecond;
  const distribution = sumDistribution(onlyFirst / total, onlySecond / total, total);
  const at = (level: number) => (quantileIndex(distribution, level) - total) / total;
  const tail = (1 - confidence) / 2;
  const acceleration = pairedAcceleration(onlyFirst, onlySecond, total);
  const levels =
    acceleration === null
      ? null
      : bcaLevels({ shareBelow: shareBelow(distribution, net + total), acceleration, confidence });
  return {
    difference: net / total,
    percentile: { lower: at(tail), upper: at(1 - tail) },
    bca: levels && { lower: at(levels.lowerLevel), upper: at(levels.upperLevel) },
    acceleration,
    levels,
  };
}

/** Entry s + total is the probability that the resampled differences sum to s. */
function sumDistribution(up: number, down: number, total: number): Float64Array {
  const stay = Math.max(0, 1 - up - down);
  let current = new Float64Array(2 * total + 1);
  let next = new Float64Array(2 * total + 1);
  current[total] = 1;
  for (let draw = 0; draw < total; draw += 1) {
    for (let index = total - draw - 1; index <= total + draw + 1; index += 1) {
      next[index] =
        stay * (current[index] ?? 0) + up * (current[index - 1] ?? 0) + down * (current[index + 1] ?? 0);
    }
    [current, next] = [next, current];
  }
  return current;
}

function quantileIndex(distribution: Float64Array, level: number): number {
  let cumulative = 0;
  for (let index = 0; index < distribution.length; index += 1) {
    cumulative += distribution[index] ?? 0;
    if (cumulative >= level) return index;
  }
  return distribution.length - 1;
}

function shareBelow(distribution: Float64Array, position: number): number {
  let cumulative = 0;
  for (let index = 0; index < position; index += 1) cumulative += distribution[index] ?? 0;
  return cumulative + (distribution[position] ?? 0) / 2;
}

/** The jackknife acceleration of a mean in closed form: leaving case i out moves it by (dᵢ - d̄) / (n - 1). */
function pairedAcceleration(onlyFirst: number, onlySecond: number, total: number): number | null {
  const mean = (onlyFirst - onlySecond) / total;
  const same = total - onlyFirst - onlySecond;
  const moment = (power: number) =>
    onlyFirst * (1 - mean) ** power + onlySecond * (-1 - mean) ** power + same * (-mean) ** power;
  const squares = moment(2);
  return squares <= 0 ? null : moment(3) / (6 * squares ** 1.5);
}
