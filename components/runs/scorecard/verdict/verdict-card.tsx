import { CircleAlert } from "lucide-react";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { verdictRuleWords } from "#lib/graders/verdict/verdict-rule-words.ts";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";
import type { RunDetail } from "#lib/runs/get-run.ts";
import type { Scorecard } from "#lib/scorecards/scorecard.ts";
import { verdictSentence } from "#lib/scorecards/verdict-sentence.ts";
import { BarForm } from "./bar-form.tsx";
import { type BarLines, barLines } from "./bar-lines.ts";
import { OutcomeLine } from "./outcome-line.tsx";

export type VerdictCardProps = {
  run: Pick<RunDetail, "id" | "repetitions" | "verdictRule" | "graders">;
  scorecard: Pick<Scorecard, "counts" | "passRate" | "floor" | "graders" | "unit">;
  /** The lowest pass rate that is good enough, in 0..1; null asks for none. */
  bar: number | null;
  /** The one that the policy of the dataset sets. */
  policyBar: number | null;
};

/** The verdict in one sentence, and below it where every planned case went. */
export function VerdictCard({ run, scorecard, bar, policyBar }: VerdictCardProps) {
  const { counts, graders } = scorecard;
  const noun = run.repetitions > 1 ? "attempt" : "case";
  const lines = barLines(scorecard, bar, run.repetitions);
  const broken = graders.filter(({ critical, failed }) => critical && failed > 0).length;
  return (
    <Card>
      <h2 className="sr-only">Verdict</h2>
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-2xl flex-1 basis-72">
          {lines && <AgainstBar {...lines} />}
          <p className={lines ? "tabular mt-2 text-sm" : "tabular text-balance font-semibold text-lg"}>
            {verdictSentence(scorecard, noun)}
          </p>
          {broken > 0 && (
            <p className="mt-2 flex items-start gap-2 text-negative text-sm">
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              {broken === 1 ? "A floor is broken" : `${formatCount(broken)} floors are broken`}: what a
              critical grader failed weighs more than any pass rate.
            </p>
          )}
          <p className="mt-1 text-muted text-xs">
            An answer passes when {verdictRuleWords(run.verdictRule, run.graders)}.
          </p>
        </div>
        <div className="flex flex-col items-start gap-3 md:items-end">
          <Review runId={run.id} failed={counts.failed} errored={counts.errored} />
          {scorecard.passRate !== null && <BarForm runId={run.id} bar={bar} policyBar={policyBar} />}
        </div>
      </div>
      <OutcomeLine runId={run.id} counts={counts} />
    </Card>
  );
}

function AgainstBar({ sentence, notes, method }: BarLines) {
  return (
    <>
      <p className="tabular text-balance font-semibold text-lg">{sentence}</p>
      {notes.map((note) => (
        <p key={note} className="tabular mt-1 text-muted text-sm">
          {note}
        </p>
      ))}
      {method !== null && <p className="mt-1 text-muted text-xs">{method}</p>}
    </>
  );
}

function Review({ runId, failed, errored }: { runId: string; failed: number; errored: number }) {
  if (failed > 0) {
    return (
      <LinkButton variant="primary" href={runCasesHref(runId, { view: "failed" })}>
        Review {formatCount(failed)} failed
      </LinkButton>
    );
  }
  if (errored === 0) return null;
  return (
    <LinkButton href={runCasesHref(runId, { view: "errored" })}>
      See {formatCount(errored)} errored
    </LinkButton>
  );
}
