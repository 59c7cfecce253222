import { requireWithin } from "../guards/require-within.ts";
import { criticalValues, type TestLevels } from "./planning-input.ts";

/**
 * How many cases per run two runs on different cases need to tell `firstRate` from `secondRate`, unrounded:
 * `unpooled` from the two variances, `pooledNull` with the pooled variance under "no difference".
 *
 * Source: Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, chapter 4.
 * @throws RangeError unless both rates are within 0..1 and differ.
 */
export function requiredCasesIndependentRates({
  firstRate,
  secondRate,
  alpha,
  power,
}: TestLevels & { firstRate: number; secondRate: number }): { unpooled: number; pooledNull: number } {
  requireWithin(firstRate, "firstRate", 0, 1);
  requireWithin(secondRate, "secondRate", 0, 1);
  if (firstRate === secondRate) {
    throw new RangeError(`Both rates are ${firstRate}; no sample size can tell them apart.`);
  }
  const { zAlpha, zPower } = criticalValues({ alpha, power });
  const difference = firstRate - secondRate;
  const separate = firstRate * (1 - firstRate) + secondRate * (1 - secondRate);
  const middle = (firstRate + secondRate) / 2;
  const pooled = 2 * middle * (1 - middle);
  return {
    unpooled: ((zAlpha + zPower) ** 2 * separate) / difference ** 2,
    pooledNull: (zAlpha * Math.sqrt(pooled) + zPower * Math.sqrt(separate)) ** 2 / difference ** 2,
  };
}
