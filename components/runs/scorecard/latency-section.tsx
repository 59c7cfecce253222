import { Histogram } from "#components/charts/histogram.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import { Card } from "#components/ui/layout/card.tsx";
import type { Histogram as Bins, Quantiles } from "#lib/scorecards/scorecard.ts";

export type LatencySectionProps = { histogram: Bins; quantiles: Quantiles };

export function LatencySection({ histogram, quantiles }: LatencySectionProps) {
  const { from, to, counts } = histogram;
  const width = (to - from) / counts.length;
  return (
    <Card
      title="Latency"
      description={`From sending the request to the end of the answer, n ${formatCount(quantiles.n)}. Waiting for a free connection is not counted.`}
    >
      <Histogram
        label={`Latency of ${formatCount(quantiles.n)} answers`}
        formatValue={formatMs}
        marks={[
          { value: quantiles.p50, label: `p50 ${formatMs(quantiles.p50)}` },
          { value: quantiles.p95, label: `p95 ${formatMs(quantiles.p95)}` },
        ]}
        series={[
          {
            id: "latency",
            label: "Answers",
            bins: counts.map((count, index) => ({
              from: from + index * width,
              to: from + (index + 1) * width,
              count,
            })),
          },
        ]}
      />
    </Card>
  );
}
