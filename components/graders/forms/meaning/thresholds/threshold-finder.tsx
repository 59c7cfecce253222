"use client";

import { useState } from "react";
import { SegmentedControl } from "#components/ui/form/segmented-control.tsx";
import { LabelledAnswers } from "./labelled-answers.tsx";
import { PastedPairs } from "./pasted-pairs.tsx";

export type ThresholdFinderProps = { kind: string; config: Record<string, unknown> };

const sources = [
  { value: "run", label: "Labelled answers of a run" },
  { value: "pasted", label: "Pasted pairs" },
] as const;

/** Finds the threshold on answers that people have judged: scores them, and shows what each threshold would decide. */
export function ThresholdFinder(grader: ThresholdFinderProps) {
  const [source, setSource] = useState<(typeof sources)[number]["value"]>("run");
  return (
    <details className="rounded-md border p-3">
      <summary className="cursor-pointer font-medium text-sm">Find the threshold on labelled answers</summary>
      <div className="mt-3 flex flex-col gap-3">
        <SegmentedControl
          label="Where the labels are from"
          options={sources}
          value={source}
          onValueChange={setSource}
        />
        {source === "run" ? <LabelledAnswers grader={grader} /> : <PastedPairs grader={grader} />}
      </div>
    </details>
  );
}
