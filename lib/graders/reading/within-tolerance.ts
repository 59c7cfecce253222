export type Tolerance = { absoluteTolerance: number; relativeTolerance: number };

/** A difference that is smaller than this fraction of the numbers is noise of binary fractions: 1.1 - 1.0 is 0.10000000000000009. */
const ROUNDING = 1e-12;

/** True when |actual - expected| is at most the larger of the absolute tolerance and relative tolerance x |expected|. Finite numbers only. */
export function withinTolerance(actual: number, expected: number, tolerance: Tolerance): boolean {
  const allowed = Math.max(tolerance.absoluteTolerance, tolerance.relativeTolerance * Math.abs(expected));
  const noise = ROUNDING * Math.max(Math.abs(actual), Math.abs(expected));
  return Math.abs(actual - expected) <= allowed + noise;
}
