import { formatNumber, isNumber, NO_NUMBER, UNIT_SPACE } from "./number-format.ts";

const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

/** A size in decimal units: 1234567 -> "1.2 MB". */
export function formatBytes(bytes: number | null | undefined): string {
  if (!isNumber(bytes)) return NO_NUMBER;
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || Math.abs(value) >= 99.95 ? 0 : 1;
  return `${formatNumber(value, digits)}${UNIT_SPACE}${UNITS[unit]}`;
}
