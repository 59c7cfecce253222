import { requireFinite } from "../guards/require-finite.ts";

export type EwmaPoint = { average: number; halfWidth: number; signal: boolean };

/**
 * Exponentially weighted moving average, for slow drift: zₜ = λxₜ + (1 - λ)zₜ₋₁ from z₀ = target, with limits
 * target ± width · σ√(λ/(2 - λ)(1 - (1 - λ)²ᵗ)).
 *
 * Source: Roberts 1959, Technometrics 1:239.
 * @throws RangeError when a value is not finite, deviation is not above 0, 0 < weight <= 1 fails, or width is not above 0.
 */
export function ewmaChart(
  values: readonly number[],
  {
    target,
    deviation,
    weight = 0.2,
    width = 3,
  }: { target: number; deviation: number; weight?: number; width?: number },
): EwmaPoint[] {
  requireFinite(values, "values");
  requireFinite([target], "target");
  if (!(deviation > 0)) throw new RangeError(`deviation is ${deviation}; it must be above 0.`);
  if (!(weight > 0 && weight <= 1))
    throw new RangeError(`weight is ${weight}; it must be above 0 and at most 1.`);
  if (!(width > 0)) throw new RangeError(`width is ${width}; it must be above 0.`);
  let average = target;
  return values.map((value, index) => {
    average = weight * value + (1 - weight) * average;
    const memory = (weight / (2 - weight)) * (1 - (1 - weight) ** (2 * (index + 1)));
    const halfWidth = width * deviation * Math.sqrt(memory);
    return { average, halfWidth, signal: Math.abs(average - target) > halfWidth };
  });
}
