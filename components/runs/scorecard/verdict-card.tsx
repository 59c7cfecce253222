import { StackedBar } from "#components/charts/stacked-bar.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { verdictRuleWords } from "#lib/graders/verdict/verdict-rule-words.ts";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";
import type { RunDetail } from "#lib/runs/get-run.ts";
import { criticalFailures } from "#lib/scorecards/critical-failures.ts";
import type { Counts, Scorecard } from "#lib/scorecards/scorecard.ts";
import { verdictSentence } from "#lib/scorecards/verdict-sentence.ts";
import { CriticalFailureList } from "./critical-failure-list.tsx";

export type VerdictCardProps = {
  run: Pick<RunDetail, "id" | "repetitions" | "verdictRule" | "graders">;
  scorecard: Pick<Scorecard, "counts" | "passRate" | "graders">;
};

/** The verdict in one sentence, and below it where every planned case went. */
export function VerdictCard({ run, scorecard }: VerdictCardProps) {
  const { counts, graders } = scorecard;
  const runId = run.id;
  const noun = run.repetitions > 1 ? "attempt" : "case";
  return (
    <Card>
      <h2 className="sr-only">Verdict</h2>
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-prose flex-1 basis-72">
          <p className="tabular text-balance font-semibold text-lg">{verdictSentence(scorecard, noun)}</p>
          <p className="mt-1 text-muted text-xs">
            An answer passes when {verdictRuleWords(run.verdictRule, run.graders)}.
          </p>
          <CriticalFailureList runId={runId} failures={criticalFailures(graders, noun)} />
        </div>
        {counts.failed > 0 ? (
          <LinkButton variant="primary" href={runCasesHref(runId, { view: "failed" })}>
            Review {formatCount(counts.failed)} failed
          </LinkButton>
        ) : (
          counts.errored > 0 && (
            <LinkButton href={runCasesHref(runId, { view: "errored" })}>
              See {formatCount(counts.errored)} errored
            </LinkButton>
          )
        )}
      </div>
      <OutcomeLine runId={runId} counts={counts} />
    </Card>
  );
}

/** Planned, scored, passed, failed, errored, unscored and missing: no denominator drops one silently. */
export function OutcomeLine({ runId, counts }: { runId: string; counts: Counts }) {
  const scored = counts.passed + counts.failed;
  return (
    <div className="flex flex-col gap-2">
      <p className="tabular text-muted text-xs">
        <span className="font-medium text-text">{formatCount(counts.planned)}</span> planned, of which{" "}
        <span className="font-medium text-text">{formatCount(scored)}</span> scored
      </p>
      <StackedBar
        label="Where every planned case went"
        total={counts.planned}
        segments={[
          {
            key: "passed",
            label: "Passed",
            value: counts.passed,
            tone: "passed",
            href: runCasesHref(runId, { view: "passed" }),
          },
          {
            key: "failed",
            label: "Failed",
            value: counts.failed,
            tone: "failed",
            href: runCasesHref(runId, { view: "failed" }),
          },
          {
            key: "errored",
            label: "Errored",
            value: counts.errored,
            tone: "errored",
            href: runCasesHref(runId, { view: "errored" }),
          },
          {
            key: "unscored",
            label: "Unscored",
            value: counts.unscored,
            tone: "unscored",
            href: runCasesHref(runId, { view: "unscored" }),
          },
          { key: "missing", label: "Missing", value: Math.max(0, counts.missing), tone: "pending" },
        ]}
      />
    </div>
  );
}
