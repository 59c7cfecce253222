import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireCount } from "../guards/require-count.ts";
import { requireFinite } from "../guards/require-finite.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { requireWithin } from "../guards/require-within.ts";

export type SampleMoments = { mean: number; variance: number; total: number };

export type AnytimeInterval = { estimate: number; lower: number; upper: number };

/**
 * The boundary's shape, to be fixed before the first look: it is narrowest when `plannedTotal` observations of variance
 * `plannedVariance` (default 1) are in.
 *
 * Source: Waudby-Smith et al. 2024, Annals of Statistics 52:2613, appendix B.2.
 * @throws RangeError unless plannedTotal is at least 1, plannedVariance > 0 and 0 < confidence < 1.
 */
export function boundaryShape({
  plannedTotal,
  plannedVariance = 1,
  confidence = 0.95,
}: {
  plannedTotal: number;
  plannedVariance?: number;
  confidence?: number;
}): number {
  requireOpenUnit(confidence, "confidence");
  requireCount(plannedTotal, "plannedTotal", 1);
  if (!(plannedVariance > 0))
    throw new RangeError(`plannedVariance is ${plannedVariance}; it must be above 0.`);
  const evidence = -2 * Math.log(1 - confidence);
  return Math.sqrt((evidence + Math.log(evidence) + 1) / (plannedTotal * plannedVariance));
}

/**
 * Interval of a mean that may be looked at as often as wanted, valid for large samples:
 * ȳ ± √((nσ²ρ² + 1)/(n²ρ²) · ln((nσ²ρ² + 1)/α²)). `shape` ρ comes from `boundaryShape`.
 *
 * Source: Waudby-Smith et al. 2024, Annals of Statistics 52:2613, proposition 2.5.
 * @throws RangeError unless total is at least 1, variance >= 0, shape > 0 and 0 < confidence < 1.
 */
export function asymptoticSequence({
  shape,
  confidence = 0.95,
  ...sample
}: SampleMoments & { shape: number; confidence?: number }): AnytimeInterval {
  requireMoments(sample, "sample");
  const half = halfWidth({ total: sample.total, variance: sample.variance, shape, confidence });
  return { estimate: sample.mean, lower: sample.mean - half, upper: sample.mean + half };
}

/**
 * The same for the difference of the means of two independent arms, first minus second, with n = 1/(1/n₁ + 1/n₂) and the variance
 * that makes σ²/n that of the difference. `fixed` is the interval for a single look.
 *
 * @throws RangeError unless the totals are at least 1, the variances >= 0, shape > 0 and 0 < confidence < 1.
 */
export function asymptoticSequenceOfDifference({
  first,
  second,
  shape,
  confidence = 0.95,
}: {
  first: SampleMoments;
  second: SampleMoments;
  shape: number;
  confidence?: number;
}): AnytimeInterval & { fixed: { lower: number; upper: number } } {
  requireMoments(first, "first");
  requireMoments(second, "second");
  const estimate = first.mean - second.mean;
  const total = 1 / (1 / first.total + 1 / second.total);
  const errorSquare = first.variance / first.total + second.variance / second.total;
  const half = halfWidth({ total, variance: errorSquare * total, shape, confidence });
  const fixedHalf = normalQuantile(0.5 + confidence / 2) * Math.sqrt(errorSquare);
  return {
    estimate,
    lower: estimate - half,
    upper: estimate + half,
    fixed: { lower: estimate - fixedHalf, upper: estimate + fixedHalf },
  };
}

function halfWidth({
  total,
  variance,
  shape,
  confidence,
}: {
  total: number;
  variance: number;
  shape: number;
  confidence: number;
}): number {
  requireOpenUnit(confidence, "confidence");
  if (!(shape > 0)) throw new RangeError(`shape is ${shape}; it must be above 0.`);
  const time = total * variance * shape ** 2 + 1;
  return Math.sqrt((time / (total * shape) ** 2) * Math.log(time / (1 - confidence) ** 2));
}

function requireMoments({ mean, variance, total }: SampleMoments, name: string): void {
  requireFinite([mean], `${name}.mean`);
  requireWithin(variance, `${name}.variance`, 0, Number.MAX_VALUE);
  requireCount(total, `${name}.total`, 1);
}
