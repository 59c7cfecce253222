import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { requireWithin } from "../guards/require-within.ts";
import { criticalValues, type TestLevels } from "./planning-input.ts";

/**
 * How many cases McNemar's test needs when a share `discordantShare` of them differs between the two runs and the pass
 * rates truly differ by `difference` (both fractions). Unrounded: `connor` is the usual figure, `wald` the simpler one.
 *
 * Source: Connor 1987, Biometrics 43:207.
 * @throws RangeError unless 0 < |difference| <= discordantShare <= 1.
 */
export function requiredCasesPairedRates({
  discordantShare,
  difference,
  alpha,
  power,
}: TestLevels & { discordantShare: number; difference: number }): { connor: number; wald: number } {
  const size = Math.abs(difference);
  requireWithin(discordantShare, "discordantShare", Number.MIN_VALUE, 1);
  requireWithin(size, "difference", Number.MIN_VALUE, discordantShare);
  const { zAlpha, zPower } = criticalValues({ alpha, power });
  const spread = Math.sqrt(discordantShare - size * size);
  return {
    connor: ((zAlpha * Math.sqrt(discordantShare) + zPower * spread) / size) ** 2,
    wald: (((zAlpha + zPower) * spread) / size) ** 2,
  };
}

/**
 * How many cases a non-inferiority comparison of two runs on the same cases needs, unrounded: one-sided `alpha`, margin
 * and true difference (new minus old) as fractions.
 *
 * Source: Wald approximation (z₁₋α + z_power)² (ψ - D²) / (D + Δ)².
 * @throws RangeError unless difference > -margin, |difference| <= discordantShare <= 1, and 0 < alpha < 1/2.
 */
export function requiredCasesNoninferiority({
  discordantShare,
  difference,
  margin,
  alpha = 0.05,
  power,
}: TestLevels & { discordantShare: number; difference: number; margin: number }): number {
  requireOpenUnit(margin, "margin");
  requireWithin(discordantShare, "discordantShare", 0, 1);
  requireWithin(Math.abs(difference), "the size of difference", 0, discordantShare);
  if (difference <= -margin) {
    throw new RangeError(
      `difference ${difference} is not above -margin ${-margin}; no sample size can show it.`,
    );
  }
  const { zAlpha, zPower } = criticalValues({ alpha: 2 * alpha, power });
  return ((zAlpha + zPower) ** 2 * (discordantShare - difference ** 2)) / (difference + margin) ** 2;
}
