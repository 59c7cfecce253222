/** Points of the ability scale and what a standard normal distribution weighs there; the weights sum to 1. */
export type AbilityGrid = { points: Float64Array; weights: Float64Array };

/**
 * An even grid over -8..8. For smooth integrands that fall off to both sides its sum converges faster than any power of the
 * step: 161 points give EAP abilities to 1e-12.
 */
export function abilityGrid(pointCount = 161): AbilityGrid {
  const points = Float64Array.from(
    { length: pointCount },
    (_, index) => -8 + (16 * index) / (pointCount - 1),
  );
  const density = points.map((point) => Math.exp(-(point * point) / 2));
  const sum = density.reduce((total, weight) => total + weight, 0);
  return { points, weights: density.map((weight) => weight / sum) };
}
