import { formatNumber, isNumber, NO_NUMBER, UNIT_SPACE } from "./number-format.ts";

/** A latency in milliseconds: 0.036 -> "0.04 ms", 3.25 -> "3.3 ms", 412.3 -> "412 ms", 12300 -> "12.3 s". */
export function formatMs(valueMs: number | null | undefined): string {
  if (!isNumber(valueMs)) return NO_NUMBER;
  const size = Math.abs(valueMs);
  if (size >= 9_999.5) return `${formatNumber(valueMs / 1000, 1)}${UNIT_SPACE}s`;
  return `${formatNumber(valueMs, decimals(size))}${UNIT_SPACE}ms`;
}

/** Built-in models answer in microseconds; rounded to "0.0 ms" they would look as if nothing was measured. */
function decimals(size: number): number {
  if (size === 0 || size >= 9.95) return 0;
  return size < 0.95 ? 2 : 1;
}
