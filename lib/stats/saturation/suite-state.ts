import type { RateInterval } from "../intervals/rate-input.ts";
import type { StepsLeft } from "./steps-left.ts";

/** From too hard to used up. */
export type SuiteState = "floor" | "frontier" | "working" | "saturating" | "saturated";

const FLOOR = 0.1;
const FRONTIER = 0.6;
const FEWEST_STEPS = 2;
const SATURATED_INDEX = 0.7;

/**
 * Where a suite stands in its life: `floor` while no run is clearly above 10 %; `saturated` when no improvement can be shown any
 * more (keep it as a guard against regressions); `saturating` with fewer than two visible steps left or the five best models
 * alike; `frontier` while the best is at most 60 %; else `working`. `rates` are the intervals of all models, `index` the
 * saturation index, null with fewer than five models. Null without models.
 */
export function suiteState({
  rates,
  left,
  ceiling,
  index,
}: {
  rates: readonly RateInterval[];
  left: StepsLeft;
  ceiling: number;
  index: number | null;
}): SuiteState | null {
  const best = rates.reduce<RateInterval | null>(
    (top, rate) => (!top || rate.estimate > top.estimate ? rate : top),
    null,
  );
  if (!best) return null;
  if (rates.every((rate) => rate.upper < FLOOR)) return "floor";
  if (!left.improvementDetectable || best.upper >= ceiling) return "saturated";
  if ((left.steps ?? FEWEST_STEPS) < FEWEST_STEPS || (index ?? 0) >= SATURATED_INDEX) return "saturating";
  return best.estimate <= FRONTIER ? "frontier" : "working";
}
