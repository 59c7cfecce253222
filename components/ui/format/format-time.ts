import { UNIT_SPACE } from "./number-format.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** An instant the same everywhere: "2026-03-09 14:05 UTC". An invalid date gives "–". */
export function formatUtc(value: Date): string {
  if (Number.isNaN(value.getTime())) return "–";
  const iso = value.toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** How long ago or ahead `value` is from `now`; from 30 days on, its date. */
export function formatRelative(value: Date, now: Date): string {
  if (Number.isNaN(value.getTime())) return "–";
  const ms = now.getTime() - value.getTime();
  const size = Math.abs(ms);
  if (size < MINUTE_MS) return "just now";
  if (size >= 30 * DAY_MS) return value.toISOString().slice(0, 10);
  const text = amount(size);
  return ms > 0 ? `${text} ago` : `in ${text}`;
}

function amount(ms: number): string {
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)}${UNIT_SPACE}min`;
  if (ms < DAY_MS) return `${Math.floor(ms / HOUR_MS)}${UNIT_SPACE}h`;
  const days = Math.floor(ms / DAY_MS);
  return days === 1 ? "1 day" : `${days} days`;
}
