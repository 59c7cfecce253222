import { Sparkline } from "#components/charts/sparkline.tsx";
import { type StaticColumn, StaticTable } from "#components/table/static-table.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Proportion } from "#components/ui/display/proportion.tsx";
import { formatCount, formatScore } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";
import type { GraderScores, Scorecard } from "#lib/scorecards/scorecard.ts";
import { intervalMethod, intervalWords } from "./interval-method.ts";

export type GraderTableProps = {
  runId: string;
  graders: readonly GraderScores[];
  unit: Scorecard["unit"];
  /** What each kind is called, by kind. */
  kindLabels: Readonly<Record<string, string>>;
};

/** Every grader of the run with its own pass rate, mean score and what it could not score. */
export function GraderTable({ runId, graders, unit, kindLabels }: GraderTableProps) {
  return (
    <Card
      flush
      title="Graders"
      description={`Pass rates with ${intervalWords(unit)}; n is what the grader scored. Mean scores are over the same attempts.`}
    >
      <StaticTable
        label="Graders"
        columns={columnsOf(runId, unit, kindLabels)}
        rows={graders}
        getRowId={(grader) => grader.graderVersionId}
      />
    </Card>
  );
}

function columnsOf(
  runId: string,
  unit: Scorecard["unit"],
  kindLabels: GraderTableProps["kindLabels"],
): StaticColumn<GraderScores>[] {
  return [
    {
      id: "name",
      header: "Grader",
      cell: (grader) => (
        <span className="flex flex-wrap items-center gap-1.5">
          <TextLink href={`/graders/${grader.graderId}`}>{grader.name}</TextLink>
          <span className="text-faint text-xs">v{grader.version}</span>
          {grader.weight === 0 && (
            <Badge title="Recorded, does not decide whether a case passes">recorded only</Badge>
          )}
          {grader.critical && <Badge tone="warning">critical</Badge>}
        </span>
      ),
    },
    { id: "kind", header: "Kind", wideOnly: true, cell: (grader) => kindLabels[grader.kind] ?? grader.kind },
    {
      id: "rate",
      header: "Pass rate",
      numeric: true,
      cell: ({ passRate }) =>
        passRate === null ? (
          <span className="text-faint">nothing scored</span>
        ) : (
          <Proportion rate={passRate} n={passRate.total} method={intervalMethod(unit, passRate)} />
        ),
    },
    { id: "mean", header: "Mean score", numeric: true, cell: (grader) => formatScore(grader.meanScore, 3) },
    {
      id: "threshold",
      header: "Passes at",
      numeric: true,
      wideOnly: true,
      cell: (grader) => `${grader.direction === "higher" ? "≥" : "≤"} ${formatScore(grader.threshold)}`,
    },
    {
      id: "scores",
      header: "Scores 0 to 1",
      wideOnly: true,
      cell: ({ name, scores }) =>
        scores === null ? (
          <span className="text-faint text-xs">0 or 1 only</span>
        ) : (
          <Sparkline
            label={`Distribution of the scores of ${name} in ${scores.counts.length} bins from 0 to 1: ${scores.counts.join(", ")}`}
            values={scores.counts}
            domain={[0, Math.max(1, ...scores.counts)]}
          />
        ),
    },
    {
      id: "failed",
      header: "Failed",
      numeric: true,
      cell: (grader) => (
        <CountLink
          count={grader.failed}
          href={runCasesHref(runId, { view: "all", failedBy: grader.graderVersionId })}
        />
      ),
    },
    {
      id: "unscored",
      header: "Unscored",
      numeric: true,
      cell: (grader) => (
        <CountLink
          count={grader.unscored}
          href={runCasesHref(runId, { view: "all", unscoredBy: grader.graderVersionId })}
        />
      ),
    },
  ];
}

function CountLink({ count, href }: { count: number; href: string }) {
  return count === 0 ? "0" : <TextLink href={href}>{formatCount(count)}</TextLink>;
}
