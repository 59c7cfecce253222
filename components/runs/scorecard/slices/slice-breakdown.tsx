import { IntervalBars } from "#components/charts/interval-bars.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkTabs } from "#components/ui/layout/link-tabs.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";
import type { Scorecard, Slice } from "#lib/scorecards/scorecard.ts";
import { dimensionLabel, sliceValueLabel } from "#lib/scorecards/slice-words.ts";
import { isBelowRest, testedSlices } from "#lib/scorecards/slices/slice-mark.ts";
import { runMethod } from "#lib/scorecards/words/run-method.ts";
import { methodNote } from "../interval-method.ts";
import { dimensionsOf, fewCases } from "./slice-rows.ts";

export type SliceBreakdownProps = {
  runId: string;
  repetitions: number;
  scorecard: Pick<Scorecard, "slices" | "counts" | "passRate" | "unit">;
  /** The dimension of the address, when it names one. */
  by: string | null;
};

/** Of values; all of them are in the table of graders by slice. */
const maxRows = 20;

/** The pass rate of every value of a tag, a field or the split; a value leads to its failed cases. */
export function SliceBreakdown({ runId, repetitions, scorecard, by }: SliceBreakdownProps) {
  const { slices, counts, passRate } = scorecard;
  const dimensions = dimensionsOf(slices, counts.planned - counts.missing);
  const shown = dimensions.find((dimension) => dimension === by) ?? dimensions[0];
  if (shown === undefined) return null;
  const values = slices.filter((slice) => slice.dimension === shown);
  const method = runMethod(scorecard, repetitions, { score: "binary", question: "estimate" });
  const hrefOf = (dimension: string) => `/runs/${runId}?by=${encodeURIComponent(dimension)}#slices`;
  return (
    <div id="slices" className="scroll-mt-4">
      <Card
        title="By slice"
        actions={
          <LinkButton href={`/runs/${runId}/slices`} size="sm" prefetch={false}>
            Every grader by slice
          </LinkButton>
        }
        description={familyWords(scorecard)}
        footer={`${methodNote(method)} “few”: fewer than ${fewCases} independent scored ${scorecard.unit === "attempt" ? "cases" : "attempts"}.`}
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
              The {maxRows} largest of {formatCount(values.length)} values;{" "}
              <TextLink href={`/runs/${runId}/slices?by=${encodeURIComponent(shown)}`}>
                see all of them
              </TextLink>
              .
            </p>
          )}
        </div>
      </Card>
    </div>
  );
}

/** How many slices were looked at, because each further look needs stronger proof. */
function familyWords({ slices }: Pick<Scorecard, "slices">): string {
  const tested = testedSlices(slices);
  if (tested === 0) return "Pass rate by value; a value leads to its failed cases.";
  const below = slices.filter(isBelowRest).length;
  const found =
    below === 0
      ? "none is proven to be below the rest of the run"
      : `${formatCount(below)} ${below === 1 ? "is" : "are"} proven to be below the rest of the run and marked`;
  return `Of ${formatCount(tested)} slices over all dimensions ${found} (Fisher’s exact test, Benjamini-Hochberg at 5\u202f% over the ${formatCount(tested)}).`;
}

function belowWords({ against, passRate }: Slice): string {
  if (against === null) return "";
  return `${formatPercent(passRate?.estimate)} against ${formatPercent(against.rest)} in the rest of the run; adjusted p ${against.adjusted < 0.001 ? "below 0.001" : against.adjusted.toFixed(3)}`;
}

function toRow(runId: string, slice: Slice) {
  const { passRate, counts } = slice;
  const n = counts.passed + counts.failed;
  return {
    id: slice.value,
    label: (
      <span className="inline-flex max-w-full items-center gap-x-1.5">
        <span className="min-w-0 truncate" title={sliceValueLabel(slice)}>
          {sliceValueLabel(slice)}
        </span>
        {(passRate?.effectiveTotal ?? n) < fewCases && (
          <Badge tone="outline" title={`Fewer than ${fewCases} independent ones: the interval is wide`}>
            few
          </Badge>
        )}
        {isBelowRest(slice) && (
          <Badge tone="outline" title={belowWords(slice)}>
            ↓ below rest
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
