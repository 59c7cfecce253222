import { formatNumber, isNumber, NO_NUMBER, UNIT_SPACE } from "./number-format.ts";

/** A proportion as a percentage: 0.9137 -> "91.4 %" (narrow no-break space). */
export function formatPercent(proportion: number | null | undefined, digits = 1): string {
  const percent = isNumber(proportion) ? proportion * 100 : null;
  return isNumber(percent) ? `${formatNumber(percent, digits)}${UNIT_SPACE}%` : NO_NUMBER;
}

/** A difference of two proportions in percentage points, always signed: 0.031 -> "+3.1 pp". */
export function formatPercentagePoints(difference: number | null | undefined, digits = 1): string {
  const points = isNumber(difference) ? difference * 100 : null;
  return isNumber(points) ? `${formatNumber(points, digits, "always")}${UNIT_SPACE}pp` : NO_NUMBER;
}
