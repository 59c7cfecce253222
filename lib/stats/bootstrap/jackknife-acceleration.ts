/**
 * Acceleration of the BCa interval from leave-one-out estimates: Σ (m - θᵢ)³ / (6 (Σ (m - θᵢ)²)^1.5), m their mean.
 * Null when all are equal up to rounding.
 *
 * Source: Efron 1987, JASA 82:171.
 */
export function jackknifeAcceleration(leaveOneOut: readonly number[]): number | null {
  const centre = leaveOneOut.reduce((sum, estimate) => sum + estimate, 0) / Math.max(1, leaveOneOut.length);
  const influences = leaveOneOut.map((estimate) => centre - estimate);
  const largest = influences.reduce((most, influence) => Math.max(most, Math.abs(influence)), 0);
  if (largest <= 1e-14 * Math.abs(centre)) return null;
  let squares = 0;
  let cubes = 0;
  // The ratio has no unit; dividing by the largest keeps squares of tiny influences from becoming 0.
  for (const influence of influences) {
    squares += (influence / largest) ** 2;
    cubes += (influence / largest) ** 3;
  }
  return cubes / (6 * squares ** 1.5);
}
