import { GitCompareArrows } from "lucide-react";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { ComparedRun } from "#lib/comparisons/compared-run.ts";
import type { RecentRun } from "#lib/trends/list-recent-runs.ts";
import { compareHref } from "../compare-href.ts";
import { RunPicker } from "./run-picker.tsx";

export type ComparisonStartProps = {
  /** The run that is chosen already, if one is. */
  chosen: ComparedRun | null;
  /** The newest runs; those with a predecessor are offered as pairs. */
  recent: readonly RecentRun[];
};

/** Before two runs are chosen: the pickers, and pairs that are likely meant. */
export function ComparisonStart({ chosen, recent }: ComparisonStartProps) {
  const pairs = recent
    .flatMap((run) => (run.change === null ? [] : [{ run, previous: run.change }]))
    .slice(0, 6);
  return (
    <div className="flex flex-col gap-5">
      <Card>
        <EmptyState
          icon={<GitCompareArrows />}
          title={chosen === null ? "Choose two to ten runs" : `Compare run ${chosen.number} with which run?`}
          text={
            chosen === null
              ? "They are matched case by case, so that what was fixed and what regressed can be told from noise. Start with the baseline."
              : `${chosen.model.name} on ${chosen.dataset.name} v${chosen.dataset.versionNumber} is the baseline. Only runs of the same dataset share its cases.`
          }
          action={
            chosen === null ? (
              <RunPicker
                text="Choose the baseline"
                label="Baseline run"
                runIds={[]}
                place={0}
                variant="primary"
              />
            ) : (
              <RunPicker
                text="Choose the candidate"
                label="Candidate run"
                runIds={[chosen.id]}
                place={1}
                dataset={chosen.dataset}
                variant="primary"
              />
            )
          }
        />
      </Card>
      {chosen === null && pairs.length > 0 && (
        <Card title="Newest runs and the ones before them" headingLevel={2}>
          <ul className="flex flex-col gap-2 text-sm">
            {pairs.map(({ run, previous }) => (
              <li key={run.runId} className="flex flex-wrap gap-x-2">
                <TextLink href={compareHref([previous.previousId, run.runId])}>
                  Run {previous.previousNumber} → run {run.number}
                </TextLink>
                <span className="text-muted">
                  {run.model.name} on {run.dataset.name}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
