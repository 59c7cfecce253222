import { formatNumber, isNumber, NO_NUMBER } from "./number-format.ts";

/** A difference, always signed unless it rounds to zero: 0.42 -> "+0.42". */
export function formatSigned(value: number | null | undefined, digits = 2): string {
  return isNumber(value) ? formatNumber(value, digits, "always") : NO_NUMBER;
}
