import { regularisedBeta } from "./regularised-beta.ts";

/**
 * P(|T| >= |t|) for Student's t with `degreesOfFreedom` > 0, which need not be whole.
 *
 * Source: I_{ν/(ν+t²)}(ν/2, 1/2), DLMF 8.17.
 * @throws RangeError when t is NaN or the degrees of freedom are not positive.
 */
export function studentTTwoSided(t: number, degreesOfFreedom: number): number {
  if (Number.isNaN(t)) throw new RangeError("t is NaN; the t statistic must be a number.");
  if (!(degreesOfFreedom > 0)) {
    throw new RangeError(`The degrees of freedom are ${degreesOfFreedom}; they must be above 0.`);
  }
  const square = t * t;
  if (square === Number.POSITIVE_INFINITY) return 0;
  // Near t = 0 the argument ν/(ν+t²) is so close to 1 that its distance to 1 is lost; the complement keeps it. Further
  // out the complement would lose the tail instead.
  if (square < 1) {
    return 1 - regularisedBeta(0.5, degreesOfFreedom / 2, square / (degreesOfFreedom + square));
  }
  return regularisedBeta(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + square));
}
