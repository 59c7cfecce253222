import { IntervalBars } from "#components/charts/interval-bars.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatPercentagePoints } from "#components/ui/format/format-percent.ts";
import { Card } from "#components/ui/layout/card.tsx";
import type { Comparison, GraderComparison } from "#lib/comparisons/get-comparison.ts";
import { compareHref } from "../compare-href.ts";

type GraderRowProps = { comparison: Comparison; runIds: readonly string[] };

/** The paired difference by each grader that both runs used, coloured only where its interval excludes no change. */
export function GraderComparisonCard({ comparison, runIds }: GraderRowProps) {
  const { graders, withheld } = comparison;
  if (graders.length === 0) return null;
  return (
    <Card
      title="By grader"
      description="Paired difference in pass rate, B − A, with Tango's 95 % interval. Each interval stands for itself: among many graders, one may exclude zero by chance."
    >
      <IntervalBars
        label="Paired difference by grader"
        mark="dot"
        reference={{ value: 0, label: "no change" }}
        formatTick={(value) => (value * 100).toFixed(0)}
        rows={graders.map((grader) => ({
          id: grader.graderVersionId,
          label: (
            <span title={grader.weight === 0 ? "Does not decide whether an attempt passes" : undefined}>
              {grader.name}{" "}
              <span className="text-faint text-xs">
                v{grader.number}
                {grader.weight === 0 && ", shown only"}
              </span>
            </span>
          ),
          value: grader.difference?.difference ?? null,
          low: grader.difference?.lower,
          high: grader.difference?.upper,
          valueText: grader.difference ? formatPercentagePoints(grader.difference.difference) : "no pairs",
          intervalText:
            grader.difference && formatInterval([grader.difference.lower, grader.difference.upper]),
          detail: <Detail {...grader} />,
          href: compareHref(runIds, { grader: grader.graderVersionId }),
          tone: toneOf(grader, withheld === "everything"),
        }))}
      />
    </Card>
  );
}

function Detail({ difference, buckets }: GraderComparison) {
  if (difference === null) return null;
  const { fixed, broken } = buckets;
  return (
    <span title={`${formatCount(fixed)} fixed, ${formatCount(broken)} broken`}>
      n {formatCount(difference.n)}, <span className="sr-only">fixed </span>
      <span aria-hidden>↑</span>
      {formatCount(fixed)} <span className="sr-only">broken </span>
      <span aria-hidden>↓</span>
      {formatCount(broken)}
    </span>
  );
}

function toneOf({ difference }: GraderComparison, withheld: boolean) {
  if (difference === null || withheld || difference.direction === "unclear") return "neutral";
  return difference.direction;
}
