"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import type { Repetitions } from "#lib/scorecards/scorecard.ts";

const TrendLine = dynamic(
  () => import("#components/charts/trend-line.tsx").then((module) => module.TrendLine),
  { ssr: false, loading: () => <Skeleton className="h-[200px] w-full" /> },
);

/** pass@k and pass^k with their intervals, from one attempt to all of them. */
export function PassOfKChart({ passOfK }: Pick<Repetitions, "passOfK">) {
  const pointsOf = (which: "any" | "all") =>
    passOfK.map((row) => ({
      x: row.k,
      y: row[which]?.estimate ?? null,
      low: row[which]?.lower ?? null,
      high: row[which]?.upper ?? null,
      ...(row[which] && { n: row[which].cases }),
    }));
  return (
    <TrendLine
      label="pass@k and pass^k by k"
      series={[
        { id: "any", label: "pass@k: at least one of k passes", points: pointsOf("any") },
        { id: "all", label: "pass^k: all k pass", points: pointsOf("all") },
      ]}
      formatX={(k) => (Number.isInteger(k) ? String(k) : "")}
      formatY={(rate) => formatPercent(rate, 0)}
      yDomain={[0, 1]}
      heightPx={200}
    />
  );
}
