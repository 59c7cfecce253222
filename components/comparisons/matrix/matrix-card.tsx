import { Card } from "#components/ui/layout/card.tsx";
import type { ComparisonResult } from "#lib/comparisons/comparison.ts";
import { caseStateLabels } from "#lib/comparisons/rules/case-state.ts";
import { TransitionTable } from "./transition-table.tsx";

export type MatrixCardProps = { result: ComparisonResult; baseline: string; candidate: string };

/** What became of every outcome, and of every way to fail. */
export function MatrixCard({ result: { states, modes }, baseline, candidate }: MatrixCardProps) {
  return (
    <Card
      title="From outcome to outcome"
      description={`${states.total.toLocaleString("en")} cases; a case whose question changed is left out. Press a cell to see its cases.`}
    >
      <div className="flex flex-col gap-5">
        <TransitionTable
          label="Outcomes in baseline and candidate"
          names={states.names.map((key) => ({ key, label: caseStateLabels[key] }))}
          counts={states.counts}
          baseline={baseline}
          candidate={candidate}
          filterOf={(before, after) => ({ cell: `${before}.${after}` })}
        />
        {modes !== null && (
          <div className="flex flex-col gap-1">
            <h3 className="font-medium text-sm">By failure mode</h3>
            <p className="text-muted text-xs">
              Until people label failures, the mode is the first counting grader that the first failed attempt
              did not pass.
            </p>
            <TransitionTable
              label="Failure modes in baseline and candidate"
              names={modes.names}
              counts={modes.counts}
              baseline={baseline}
              candidate={candidate}
              filterOf={(before, after) => ({ modes: `${before}.${after}` })}
            />
          </div>
        )}
      </div>
    </Card>
  );
}
