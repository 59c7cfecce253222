import { formatNumber, isNumber, NO_NUMBER, UNIT_SPACE } from "./number-format.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A span of time given in milliseconds, in its two largest units: 200000 -> "3 min 20 s". Negative spans count as zero. */
export function formatDuration(durationMs: number | null | undefined): string {
  if (!isNumber(durationMs)) return NO_NUMBER;
  const ms = Math.max(0, durationMs);
  if (ms < 10 * SECOND_MS - 50) return part(ms / SECOND_MS, "s", ms === 0 ? 0 : 1);
  const seconds = Math.round(ms / SECOND_MS) * SECOND_MS;
  if (seconds < MINUTE_MS) return part(seconds / SECOND_MS, "s");
  if (seconds < HOUR_MS) return pair(seconds, MINUTE_MS, "min", SECOND_MS, "s");
  const minutes = Math.round(ms / MINUTE_MS) * MINUTE_MS;
  if (minutes < DAY_MS) return pair(minutes, HOUR_MS, "h", MINUTE_MS, "min");
  return pair(Math.round(ms / HOUR_MS) * HOUR_MS, DAY_MS, "d", HOUR_MS, "h");
}

function part(value: number, unit: string, digits = 0): string {
  return `${formatNumber(value, digits)}${UNIT_SPACE}${unit}`;
}

function pair(ms: number, largeMs: number, large: string, smallMs: number, small: string): string {
  const rest = (ms % largeMs) / smallMs;
  const head = part(Math.floor(ms / largeMs), large);
  return rest === 0 ? head : `${head} ${part(rest, small)}`;
}
