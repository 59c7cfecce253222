import { Stat } from "#components/ui/display/stat.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import type { Quantiles } from "#lib/scorecards/scorecard.ts";
import { limitsText } from "./limits-text.ts";

export type LatencyStatProps = { which: "p50" | "p95"; latency: Quantiles | null };

const names = { p50: "Median", p95: "95th percentile" } as const;

/** A quantile of the latency with the two measured values that bound it, or that there are too few. */
export function LatencyStat({ which, latency }: LatencyStatProps) {
  const limits = latency?.limits ?? null;
  const fewer = limits !== null && latency !== null && limits.units < latency.n;
  const method = fewer
    ? `, ${formatCount(limits.units)} cases or clusters counting once each because their answers are alike`
    : "";
  return (
    <Stat
      label={`Latency ${which}`}
      value={formatMs(latency?.[which])}
      interval={limits && limitsText(limits[which], formatMs)}
      n={latency?.n ?? 0}
      method={`${names[which]} of answered cases; order-statistic interval, 95\u202f%${method}. Its limits are measured values, so with few of them one may not exist.`}
    />
  );
}
