"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import { useAction } from "#components/ui/use-action.ts";
import type { ScoredPair } from "#lib/graders/trying/score-examples.ts";
import { useMeaningChoices } from "../meaning-choices.tsx";
import { FoundThreshold } from "./found-threshold.tsx";
import { notForYou } from "./not-for-you.ts";
import { readPairs } from "./read-pairs.ts";
import type { ThresholdFinderProps } from "./threshold-finder.tsx";

/** The threshold curve of pairs that somebody has labelled elsewhere. */
export function PastedPairs({ grader }: { grader: ThresholdFinderProps }) {
  const { scorePairs } = useMeaningChoices();
  const { run, pending, failure } = useAction(scorePairs ?? notForYou);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [scored, setScored] = useState<ScoredPair[] | null>(null);

  function find() {
    const reading = readPairs(text);
    setProblem(reading.ok ? null : reading.message);
    if (reading.ok) run({ grader, pairs: reading.pairs }, setScored);
  }

  return (
    <>
      <Field
        label="Labelled pairs"
        hint='One on each line: {"expected": "…", "output": "…", "same": true}. Fifty of each kind tell more than ten.'
        error={problem ?? undefined}
      >
        <Textarea
          mono
          rows={4}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <div>
        <Button size="sm" loading={pending} disabled={scorePairs === null} onClick={find}>
          Score the pairs
        </Button>
      </div>
      {failure && <Alert tone="warning">{failure.message}</Alert>}
      {scored !== null && <FoundThreshold scored={scored} />}
    </>
  );
}
