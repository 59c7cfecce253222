import { formatNumber, isNumber, NO_NUMBER, UNIT_SPACE } from "./number-format.ts";

/** A latency in milliseconds: 3.25 -> "3.3 ms", 412.3 -> "412 ms", 12300 -> "12.3 s". */
export function formatMs(valueMs: number | null | undefined): string {
  if (!isNumber(valueMs)) return NO_NUMBER;
  const size = Math.abs(valueMs);
  if (size >= 9_999.5) return `${formatNumber(valueMs / 1000, 1)}${UNIT_SPACE}s`;
  return `${formatNumber(valueMs, size < 9.95 && valueMs !== 0 ? 1 : 0)}${UNIT_SPACE}ms`;
}
