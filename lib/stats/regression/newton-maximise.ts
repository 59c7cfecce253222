import { solveLinear } from "../linear/solve-linear.ts";

/** Value, slope and curvature of a function at one point. */
export type Derivatives = { value: number; gradient: number[]; hessian: number[][] };

const MAXIMUM_STEPS = 200;

/**
 * The point where a concave function is largest, by Newton's method with halved steps. Null where it has no maximum: the
 * curvature becomes singular or the point runs away, as a likelihood does when one outcome is certain.
 */
export function newtonMaximise(
  derivatives: (point: readonly number[]) => Derivatives,
  start: readonly number[],
): { point: number[]; at: Derivatives } | null {
  let point = [...start];
  let at = derivatives(point);
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    const direction = solveLinear(
      at.hessian.map((row) => row.map((entry) => -entry)),
      at.gradient.map((slope) => [slope]),
    )?.map(([entry]) => entry ?? 0);
    if (!direction) return null;
    const promised = direction.reduce((sum, move, index) => sum + move * (at.gradient[index] ?? 0), 0);
    const next = uphill(derivatives, point, at, direction);
    if (!next) return promised < 1e-8 * (1 + Math.abs(at.value)) ? { point, at } : null;
    point = next.point;
    at = next.at;
    if (point.some((entry) => Math.abs(entry) > 500)) return null;
    if (promised < 1e-22 * (1 + Math.abs(at.value))) return { point, at };
  }
  return null;
}

/** The first of the full, half, quarter ... step that does not go down, rounding of the value aside. */
function uphill(
  derivatives: (point: readonly number[]) => Derivatives,
  point: readonly number[],
  at: Derivatives,
  direction: readonly number[],
): { point: number[]; at: Derivatives } | null {
  const bar = at.value - 1e-13 * (1 + Math.abs(at.value));
  for (let share = 1; share > 1e-9; share /= 2) {
    const candidate = point.map((entry, index) => entry + share * (direction[index] ?? 0));
    const there = derivatives(candidate);
    if (there.value >= bar) return { point: candidate, at: there };
  }
  return null;
}
