"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { useAction } from "#components/ui/use-action.ts";
import type { ScoredPair } from "#lib/graders/trying/score-examples.ts";
import { useMeaningChoices } from "../meaning-choices.tsx";
import { FoundThreshold } from "./found-threshold.tsx";
import { notForYou } from "./not-for-you.ts";
import type { ThresholdFinderProps } from "./threshold-finder.tsx";

/** The threshold curve of the answers of one run that people have judged. */
export function LabelledAnswers({ grader }: { grader: ThresholdFinderProps }) {
  const { scoreLabelledAnswers, labelledRuns } = useMeaningChoices();
  const { run: send, pending, failure } = useAction(scoreLabelledAnswers ?? notForYou);
  const [chosen, setChosen] = useState("");
  const [scored, setScored] = useState<ScoredPair[] | null>(null);
  const run = labelledRuns.find(({ id }) => id === chosen) ?? labelledRuns[0];
  if (run === undefined) {
    return (
      <p className="text-muted text-sm">
        No answer has been judged yet. Open the cases of a <TextLink href="/runs">run</TextLink> and judge
        some with P and F; fifty of each kind tell more than ten.
      </p>
    );
  }
  return (
    <>
      <Field label="Run">
        <NativeSelect
          value={run.id}
          onChange={(event) => {
            setChosen(event.target.value);
            setScored(null);
          }}
        >
          {labelledRuns.map(({ id, number, datasetName, labels }) => (
            <option key={id} value={id}>
              {`Run ${number} of ${datasetName}: ${formatCount(labels)} judged`}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <div>
        <Button
          size="sm"
          loading={pending}
          disabled={scoreLabelledAnswers === null}
          onClick={() => send({ grader, runId: run.id }, setScored)}
        >
          Score the answers
        </Button>
      </div>
      {failure && <Alert tone="warning">{failure.message}</Alert>}
      {scored !== null && <FoundThreshold scored={scored} />}
    </>
  );
}
