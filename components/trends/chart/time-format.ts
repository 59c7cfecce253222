import type { TrendRun } from "#lib/trends/trend-run.ts";

const dayMs = 24 * 60 * 60 * 1000;

const formats = {
  hours: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  days: { day: "numeric", month: "short" },
  months: { day: "numeric", month: "short", year: "2-digit" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** How instants of these runs are written on an axis, in UTC: no finer than their span needs. */
export function timeFormat(runs: readonly Pick<TrendRun, "finishedAt">[]): (x: number) => string {
  const times = runs.map((run) => run.finishedAt.getTime());
  const span = times.length === 0 ? 0 : Math.max(...times) - Math.min(...times);
  const fineness = span < 3 * dayMs ? "hours" : span < 300 * dayMs ? "days" : "months";
  const format = new Intl.DateTimeFormat("en-GB", { ...formats[fineness], timeZone: "UTC" });
  return (x) => format.format(x);
}
