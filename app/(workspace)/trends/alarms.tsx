import { AlarmsCard } from "#components/trends/alarm/alarms-card.tsx";
import type { Context } from "#lib/context/context.ts";
import type { AcceptedRun } from "#lib/trends/alarm/alarm-pairs.ts";
import { listAlarms } from "#lib/trends/alarm/list-alarms.ts";
import type { Trend } from "#lib/trends/get-trend.ts";
import { trendMetricLabels } from "#lib/trends/trend-metric.ts";

export type TrendAlarmsProps = { ctx: Context; trend: Trend; accepted: readonly AcceptedRun[] };

/** Reads whole runs, and so comes after the figures of the page. */
export async function TrendAlarms({ ctx, trend, accepted }: TrendAlarmsProps) {
  const alarms = await listAlarms(ctx, trend, accepted);
  const paired = trend.metric === "pass-rate" || trend.metric === "mean-score";
  const note = paired
    ? null
    : `Compared are pass rates: ${trendMetricLabels[trend.metric].toLowerCase()} has no verdict a case.`;
  return <AlarmsCard {...alarms} hasAccepted={accepted.length > 0} note={note} />;
}
