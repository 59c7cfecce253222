import { wilsonInterval } from "#lib/stats/intervals/wilson.ts";
import type { Rate } from "./scorecard.ts";

/** A pass rate with its 95 % Wilson interval, or null when nothing was scored. */
export function rate(successes: number, total: number): Rate | null {
  const interval = wilsonInterval({ successes, total });
  return interval === null ? null : { successes, total, ...interval };
}
