import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";

/**
 * The fewest paired cases on which a loss as large as the margin can be ruled out, one-sided `alpha`, even when both runs agree on every
 * one of them: with no discordant pair among n, Tango's lower limit is -z² / (n + z²).
 *
 * Source: Tango 1998, Statistics in Medicine 17:891, with both discordant counts 0.
 * @throws RangeError unless 0 < margin < 1 and 0 < alpha < 1.
 */
export function fewestCasesForMargin(margin: number, alpha = 0.05): number {
  requireOpenUnit(margin, "margin");
  requireOpenUnit(alpha, "alpha");
  const square = normalQuantile(1 - alpha) ** 2;
  return Math.ceil((square * (1 - margin)) / margin);
}
