import { normalCdf } from "../distributions/normal-cdf.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import { tangoInterval } from "./tango.ts";
import { tangoScore } from "./tango-score.ts";

/**
 * `better`: the interval lies above 0. `non-inferior`: above -margin. `worse`: below 0 and not above -margin.
 * `inconclusive`: none of these, so more cases are needed.
 */
export type NoninferiorityOutcome = "better" | "non-inferior" | "inconclusive" | "worse";

export type Noninferiority = {
  difference: number;
  z: number;
  /** One-sided p-value of "the new pass rate is at least `margin` below the old one". */
  pValue: number;
  /** Limits of the 1 - 2·alpha Tango interval for new minus old. */
  lower: number;
  upper: number;
  outcome: NoninferiorityOutcome;
};

/**
 * Is the new run's pass rate no more than `margin` (a fraction, 0.03 for 3 points) below the old one's, on the same
 * cases? Margin and alpha must be fixed before the run.
 *
 * Source: Tango 1998, Statistics in Medicine 17:891: the score statistic at -margin.
 * @throws RangeError unless total >= 1, onlyNew + onlyOld <= total, 0 < margin < 1 and 0 < alpha < 1/2.
 */
export function noninferiority({
  onlyNew,
  onlyOld,
  total,
  margin,
  alpha = 0.05,
}: {
  onlyNew: number;
  onlyOld: number;
  total: number;
  margin: number;
  alpha?: number;
}): Noninferiority {
  requireOpenUnit(margin, "margin");
  requireOpenUnit(2 * alpha, "twice alpha");
  const { difference, lower, upper } = tangoInterval({
    onlyFirst: onlyNew,
    onlySecond: onlyOld,
    total,
    confidence: 1 - 2 * alpha,
  });
  const z = tangoScore({ onlyFirst: onlyNew, onlySecond: onlyOld, total, delta: -margin });
  return { difference, z, pValue: normalCdf(-z), lower, upper, outcome: outcomeOf(lower, upper, margin) };
}

function outcomeOf(lower: number, upper: number, margin: number): NoninferiorityOutcome {
  if (lower > 0) return "better";
  if (lower > -margin) return "non-inferior";
  return upper < 0 ? "worse" : "inconclusive";
}
