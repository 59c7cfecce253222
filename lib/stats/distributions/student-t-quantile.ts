import { bisectFalling } from "../bisect.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { studentTTwoSided } from "./student-t-two-sided.ts";

/**
 * The t for which P(T <= t) = probability under Student's t with `degreesOfFreedom` > 0, which need not be whole.
 *
 * @throws RangeError unless 0 < probability < 1 and the degrees of freedom are positive.
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  requireOpenUnit(probability, "probability");
  if (probability === 0.5) return 0;
  const twoSided = 2 * Math.min(probability, 1 - probability);
  const tail = (t: number) => studentTTwoSided(t, degreesOfFreedom);
  let high = 1;
  while (tail(high) > twoSided && high < 1e150) high *= 4;
  const t = bisectFalling(tail, twoSided, 0, high);
  return probability < 0.5 ? -t : t;
}
