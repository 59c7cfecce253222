"use client";

import { X } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/class-names.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { sliceValueLabel } from "#lib/scorecards/slice-words.ts";
import type { Trend } from "#lib/trends/get-trend.ts";
import type { TrendDataset } from "#lib/trends/list-trend-datasets.ts";
import { type PackedTrend, unpackTrend } from "#lib/trends/pack-trend.ts";
import { trendMetricLabels } from "#lib/trends/trend-metric.ts";
import { parseSubject } from "#lib/trends/trend-subject.ts";
import { AnalysisCard } from "./chart/analysis-card.tsx";
import type { AcceptedValue } from "./chart/plot-of-trend.ts";
import { TrendChart } from "./chart/trend-chart.tsx";
import { TrendControls } from "./controls/trend-controls.tsx";
import { TrendTableView } from "./table/trend-table-view.tsx";
import { useTrendAddress } from "./use-trend-address.ts";

export type TrendsViewProps = {
  packed: PackedTrend;
  datasets: readonly TrendDataset[];
  accepted: readonly AcceptedValue[];
  /** The newest run of each line against the accepted one; comes after the page. */
  alarms: ReactNode;
};

/** The chart and the table of a dataset's runs. What is chosen is in the address. */
export function TrendsView({ packed, datasets, accepted, alarms }: TrendsViewProps) {
  const trend = useMemo(() => unpackTrend(packed), [packed]);
  const address = useTrendAddress();
  const { asked, ask, shown, isPending } = address;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <TrendControls trend={trend} datasets={datasets} address={address} />
      <div
        aria-busy={isPending || undefined}
        className={cx("flex min-w-0 flex-col gap-4 transition-opacity", isPending && "opacity-60")}
      >
        {alarms}
        <Card
          title={titleOf(trend)}
          actions={
            asked.range && (
              <Button size="sm" onClick={() => void ask({ range: null })}>
                <X aria-hidden />
                Runs {asked.range.replace("-", " to ")}: show all
              </Button>
            )
          }
        >
          <TrendChart
            trend={trend}
            axis={shown.x}
            accepted={accepted}
            onRange={(range) => void ask({ range })}
            onLine={(line) => void ask({ line })}
          />
        </Card>
        <AnalysisCard trend={trend} />
        <TrendTableView trend={trend} accepted={accepted} address={address} />
      </div>
    </div>
  );
}

function titleOf({ metric, subject: text, choices }: Trend): string {
  const metricLabel = trendMetricLabels[metric];
  const subject = parseSubject(text);
  switch (subject.kind) {
    case "whole":
      return metricLabel;
    case "graders":
      return `${metricLabel} of each grader`;
    case "grader":
      return `${metricLabel} of ${choices.graders.find(({ id }) => id === subject.graderId)?.name ?? "a grader"}`;
    case "slices":
      return `${metricLabel} of each ${subject.dimension.replace(/^metadata\./, "")}`;
    case "slice":
      return `${metricLabel} of ${subject.dimension.replace(/^metadata\./, "")} ${sliceValueLabel(subject)}`;
  }
}
