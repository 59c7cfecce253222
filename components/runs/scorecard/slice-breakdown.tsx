import { IntervalBars } from "#components/charts/interval-bars.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkTabs } from "#components/ui/layout/link-tabs.tsx";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";
import type { Scorecard, Slice } from "#lib/scorecards/scorecard.ts";
import { intervalWords } from "./interval-method.ts";
import { dimensionLabel, dimensionsOf, fewCases, sliceValueLabel } from "./slice-rows.ts";

export type SliceBreakdownProps = {
  runId: string;
  scorecard: Pick<Scorecard, "slices" | "counts" | "passRate" | "unit">;
  /** The dimension of the address, when it names one. */
  by: string | null;
};

const maxRows = 40;

/** The pass rate of every value of a tag, a field or the split; a value leads to its failed cases. */
export function SliceBreakdown({ runId, scorecard, by }: SliceBreakdownProps) {
  const { slices, counts, passRate } = scorecard;
  const dimensions = dimensionsOf(slices, counts.planned - counts.missing);
  const shown = dimensions.find((dimension) => dimension === by) ?? dimensions[0];
  if (shown === undefined) return null;
  const values = slices.filter((slice) => slice.dimension === shown);
  const hrefOf = (dimension: string) => `/runs/${runId}?by=${encodeURIComponent(dimension)}#slices`;
  return (
    <div id="slices" className="scroll-mt-4">
      <Card
        title="By slice"
        description={`Pass rates with ${intervalWords(scorecard.unit)}. Slices with fewer than ${fewCases} independent scored ${scorecard.unit === "attempt" ? "cases" : "attempts"} are marked.`}
      >
        <div className="flex flex-col gap-3">
          {dimensions.length > 1 && (
            <LinkTabs
              label="Break down by"
              tabs={dimensions.map((dimension) => ({
                href: hrefOf(dimension),
                label: dimensionLabel(dimension),
              }))}
              activeHref={hrefOf(shown)}
            />
          )}
          <IntervalBars
            label={`Pass rate by ${dimensionLabel(shown)}`}
            rows={values.slice(0, maxRows).map((slice) => toRow(runId, slice))}
            domain={[0, 1]}
            formatTick={(value) => formatPercent(value, 0)}
            {...(passRate && { reference: { value: passRate.estimate, label: "whole run" } })}
          />
          {values.length > maxRows && (
            <p className="text-muted text-xs">
              The {maxRows} largest of {formatCount(values.length)} values.
            </p>
          )}
        </div>
      </Card>
    </div>
  );
}

function toRow(runId: string, slice: Slice) {
  const { passRate, counts } = slice;
  const n = counts.passed + counts.failed;
  return {
    id: slice.value,
    label: (
      <span className="inline-flex max-w-full items-center gap-1.5">
        <span className="truncate">{sliceValueLabel(slice)}</span>
        {(passRate?.effectiveTotal ?? n) < fewCases && (
          <Badge tone="outline" title={`Fewer than ${fewCases} independent ones: the interval is wide`}>
            few
          </Badge>
        )}
      </span>
    ),
    value: passRate?.estimate ?? null,
    low: passRate?.lower,
    high: passRate?.upper,
    valueText: passRate === null ? "not scored" : formatPercent(passRate.estimate),
    intervalText: passRate && formatInterval([passRate.lower, passRate.upper]),
    detail: `n ${formatCount(n)}`,
    href: runCasesHref(runId, { view: "failed", slice: slice.dimension, value: slice.value }),
  };
}
