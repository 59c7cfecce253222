"use client";

import { JsonDiff } from "#components/runs/diff/json-diff.tsx";
import { CodeBlock } from "#components/ui/display/code-block.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import type { ComparedCase } from "#lib/comparisons/cases/get-compared-case.ts";
import { valueText } from "#lib/datasets/case-text.ts";
import type { ComparisonAddress } from "../cases/use-comparison-address.ts";
import { OutputComparison } from "./output-comparison.tsx";
import { SideFacts } from "./side-facts.tsx";

export type ComparedCaseBodyProps = {
  found: ComparedCase;
  view: ComparisonAddress;
  numbers: { a: number; b: number };
  pair: { baselineId: string; candidateId: string };
};

/** Input and expected value once, then both answers with their verdicts and what differs between them. */
export function ComparedCaseBody({ found, view, numbers, pair }: ComparedCaseBodyProps) {
  const { a, b } = found;
  const subject = (b ?? a)?.case;
  if (subject === undefined) return null;
  const hrefOf = (runId: string) => `/runs/${runId}?${new URLSearchParams({ case: found.key })}`;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Question a={a} b={b} numbers={numbers} />
      <div className="grid min-w-0 gap-4 md:grid-cols-2">
        <CodeBlock title="Input" code={valueText(subject.input)} wrap maxHeight="14rem" />
        {subject.expected === null ? (
          <p className="text-muted text-sm">
            No expected value: only graders that need none can judge this case.
          </p>
        ) : (
          <CodeBlock title="Expected" code={valueText(subject.expected)} wrap maxHeight="14rem" />
        )}
      </div>
      <div className="grid min-w-0 gap-4 md:grid-cols-2">
        <SideFacts title={`A: run ${numbers.a}`} href={hrefOf(pair.baselineId)} side={a} />
        <SideFacts title={`B: run ${numbers.b}`} href={hrefOf(pair.candidateId)} side={b} />
      </div>
      <OutputComparison found={found} view={view} numbers={numbers} />
    </div>
  );
}

type QuestionProps = Pick<ComparedCase, "a" | "b"> & { numbers: { a: number; b: number } };

/** Says so where the runs were asked different things, and shows what differs. */
function Question({ a, b, numbers }: QuestionProps) {
  if (a === null || b === null) return null;
  const of = (side: typeof a) => ({
    input: side.case.input,
    expected: side.case.expected,
    metadata: side.case.metadata,
  });
  const [before, after] = [of(a), of(b)];
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  const labels = { beforeLabel: `run ${numbers.a}`, afterLabel: `run ${numbers.b}` };
  return (
    <Alert tone="warning" title="This case was changed between the two dataset versions">
      <div className="mt-2 flex flex-col gap-2">
        <p>The answers are to different questions, so the pair counts neither as fixed nor as broken.</p>
        <JsonDiff {...labels} before={before} after={after} />
      </div>
    </Alert>
  );
}
