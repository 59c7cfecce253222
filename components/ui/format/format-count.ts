import { formatNumber, isNumber, NO_NUMBER } from "./number-format.ts";

/** 1204 -> "1,204". Null and non-finite values give "–". */
export function formatCount(value: number | null | undefined): string {
  return isNumber(value) ? formatNumber(value, 0) : NO_NUMBER;
}

/** A whole number or a score with up to `digits` decimals, fixed: 0.5 -> "0.50". */
export function formatScore(value: number | null | undefined, digits = 2): string {
  return isNumber(value) ? formatNumber(value, digits) : NO_NUMBER;
}
