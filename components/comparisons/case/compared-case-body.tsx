"use client";

import { JsonDiff } from "#components/runs/diff/json-diff.tsx";
import { CodeBlock } from "#components/ui/display/code-block.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { SegmentedControl } from "#components/ui/form/segmented-control.tsx";
import type { ComparedCase, ComparedCaseSide } from "#lib/comparisons/cases/get-compared-case.ts";
import { valueText } from "#lib/datasets/case-text.ts";
import type { ColumnRun } from "../cases/compared-case-columns.tsx";
import type { ComparisonAddress } from "../cases/use-comparison-address.ts";
import { OutputComparison } from "./output-comparison.tsx";
import { SideFacts } from "./side-facts.tsx";

export type ComparedCaseBodyProps = {
  found: ComparedCase;
  view: ComparisonAddress;
  runs: readonly ColumnRun[];
  againstId: string;
};

const mostChoices = 10;

/** Input and expected value once, then any two answers with what differs between them, then how every run did. */
export function ComparedCaseBody({ found, view, runs, againstId }: ComparedCaseBodyProps) {
  const attempts = Math.max(1, ...found.sides.map(({ attempt }) => attempt?.repetitions.length ?? 0));
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Question sides={found.sides} runs={runs} againstId={againstId} />
      <div className="grid min-w-0 gap-4 md:grid-cols-2">
        <CodeBlock title="Input" code={valueText(found.input)} wrap maxHeight="14rem" />
        {found.expected === null ? (
          <p className="text-muted text-sm">
            No expected value: only graders that need none can judge this case.
          </p>
        ) : (
          <CodeBlock title="Expected" code={valueText(found.expected)} wrap maxHeight="14rem" />
        )}
      </div>
      {attempts > 1 && (
        <SegmentedControl
          label="Which attempt at the case"
          value={String(found.repetition)}
          onValueChange={(chosen) => void view.setAddress({ attempt: Number(chosen) })}
          options={Array.from({ length: Math.min(attempts, mostChoices) }, (_, index) => ({
            value: String(index + 1),
            label: `Attempt ${index + 1}`,
          }))}
        />
      )}
      <OutputComparison found={found} view={view} runs={runs} againstId={againstId} />
      <div className="grid min-w-0 gap-4 md:grid-cols-2">
        {runs.map(({ id, number, isBaseline, modelName }) => (
          <SideFacts
            key={id}
            title={`Run ${number}${isBaseline ? ", baseline" : ""}`}
            modelName={modelName}
            href={`/runs/${id}?${new URLSearchParams({ case: found.key })}`}
            side={found.sides.find(({ runId }) => runId === id) ?? null}
          />
        ))}
      </div>
    </div>
  );
}

type QuestionProps = { sides: readonly ComparedCaseSide[]; runs: readonly ColumnRun[]; againstId: string };

/** Says so where baseline and candidate were asked different things, and shows what differs. */
function Question({ sides, runs, againstId }: QuestionProps) {
  const [baseline] = runs;
  const candidate = runs.find(({ id }) => id === againstId);
  const asked = (run: ColumnRun | undefined) => {
    const subject = sides.find(({ runId }) => runId === run?.id)?.attempt?.case;
    return subject && { input: subject.input, expected: subject.expected, metadata: subject.metadata };
  };
  const [before, after] = [asked(baseline), asked(candidate)];
  if (before === undefined || after === undefined) return null;
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  const labels = { beforeLabel: `run ${baseline?.number}`, afterLabel: `run ${candidate?.number}` };
  return (
    <Alert tone="warning" title="This case was changed between the two dataset versions">
      <div className="mt-2 flex flex-col gap-2">
        <p>The answers are to different questions, so the pair counts neither as fixed nor as regressed.</p>
        <JsonDiff {...labels} before={before} after={after} />
      </div>
    </Alert>
  );
}
