import { formatNumber, isNumber, type SignMode } from "./number-format.ts";

export type IntervalUnit = "percent" | "plain";
export type IntervalFormat = { unit?: IntervalUnit; digits?: number; sign?: SignMode };

/**
 * The two ends of an interval: [0.886, 0.934] -> "[88.6, 93.4]".
 * `unit: "percent"` (the default) takes proportions, `plain` prints them as they are. Null when an end is missing.
 */
export function formatInterval(
  interval: readonly [number | null, number | null] | null | undefined,
  { unit = "percent", digits = unit === "percent" ? 1 : 2, sign = "negative" }: IntervalFormat = {},
): string | null {
  const [low, high] = interval ?? [null, null];
  if (!isNumber(low) || !isNumber(high)) return null;
  const scale = unit === "percent" ? 100 : 1;
  return `[${formatNumber(low * scale, digits, sign)}, ${formatNumber(high * scale, digits, sign)}]`;
}
