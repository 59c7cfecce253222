import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireCount } from "../guards/require-count.ts";
import { requireOpenUnit } from "../guards/require-open-unit.ts";
import type { DifferenceInterval } from "./tango.ts";

/**
 * Bonett-Price interval for the difference of two pass rates on the same cases, first minus second: a Wald interval
 * after adding one case to each discordant count. A closed form, cheap enough to recompute on every pointer move. Null
 * when total is 0. `difference` is the observed one, not the centre of the interval.
 *
 * Source: Bonett & Price 2012, Psychological Methods 17:170.
 * @throws RangeError unless the counts are whole, onlyFirst + onlySecond <= total and 0 < confidence < 1.
 */
export function bonettPriceInterval({
  onlyFirst,
  onlySecond,
  total,
  confidence = 0.95,
}: {
  onlyFirst: number;
  onlySecond: number;
  total: number;
  confidence?: number;
}): DifferenceInterval | null {
  requireCount(onlyFirst, "onlyFirst");
  requireCount(onlySecond, "onlySecond");
  requireCount(total, "total");
  requireOpenUnit(confidence, "confidence");
  if (onlyFirst + onlySecond > total) {
    throw new RangeError(
      `onlyFirst ${onlyFirst} plus onlySecond ${onlySecond} exceed the total of ${total}.`,
    );
  }
  if (total === 0) return null;
  const z = normalQuantile(0.5 + confidence / 2);
  const firstShare = (onlyFirst + 1) / (total + 2);
  const secondShare = (onlySecond + 1) / (total + 2);
  const centre = firstShare - secondShare;
  const half = z * Math.sqrt((firstShare + secondShare - centre * centre) / (total + 2));
  return {
    difference: (onlyFirst - onlySecond) / total,
    lower: Math.max(-1, centre - half),
    upper: Math.min(1, centre + half),
  };
}
