import { type StaticColumn, StaticTable } from "#components/table/static-table.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Proportion } from "#components/ui/display/proportion.tsx";
import { formatCount, formatScore } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";
import type { GraderScores, Scorecard } from "#lib/scorecards/scorecard.ts";
import { type RunMethod, runMethod } from "#lib/scorecards/words/run-method.ts";
import { intervalMethod, methodNote } from "./interval-method.ts";

export type GraderTableProps = {
  runId: string;
  repetitions: number;
  scorecard: Pick<Scorecard, "graders" | "unit" | "counts" | "passRate">;
  /** What each kind is called, by kind. */
  kindLabels: Readonly<Record<string, string>>;
};

/** Every grader of the run with its own pass rate and what it could not score. */
export function GraderTable({ runId, repetitions, scorecard, kindLabels }: GraderTableProps) {
  const method = runMethod(scorecard, repetitions, { score: "binary", question: "estimate" });
  return (
    <Card
      flush
      title="Graders"
      actions={
        scorecard.graders.length > 0 && (
          <LinkButton href={`/runs/${runId}/slices`} size="sm" prefetch={false}>
            By slice
          </LinkButton>
        )
      }
      description="Each by itself; n is what it scored."
      footer={methodNote(method)}
    >
      <StaticTable
        label="Graders"
        columns={columnsOf(runId, scorecard.unit, method, kindLabels)}
        rows={scorecard.graders}
        getRowId={(grader) => grader.graderVersionId}
      />
    </Card>
  );
}

function columnsOf(
  runId: string,
  unit: Scorecard["unit"],
  method: RunMethod | null,
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
          <Proportion rate={passRate} n={passRate.total} method={intervalMethod(method, unit, passRate)} />
        ),
    },
    {
      id: "threshold",
      header: "Passes at",
      numeric: true,
      wideOnly: true,
      cell: (grader) => `${grader.direction === "higher" ? "≥" : "≤"} ${formatScore(grader.threshold)}`,
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
