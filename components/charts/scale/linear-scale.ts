export type Domain = readonly [number, number];

/** Position of `value` in the domain as a percentage, held to 0–100; the middle when the domain is empty. */
export function percentAlong([low, high]: Domain, value: number): number {
  if (!(high > low) || !Number.isFinite(value)) return 50;
  return Math.min(100, Math.max(0, ((value - low) / (high - low)) * 100));
}
