"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import type { SampleCase } from "#lib/graders/trying/list-sample-cases.ts";
import type { TryGraderInput } from "#lib/graders/trying/try-grader.ts";
import type { TryActions } from "../grader-actions.ts";
import { VerdictBadge } from "./grade-view.tsx";
import { useLiveGrades } from "./use-live-grades.ts";

export type TenCasesTableProps = {
  grader: TryGraderInput["grader"];
  /** Graders that call somebody run when asked to. */
  when: "typing-pauses" | "asked";
  cases: readonly SampleCase[];
  tryGrader: TryActions["tryGrader"];
  /** The cases have their verdicts. */
  onRun: () => void;
};

export function TenCasesTable({ grader, when, cases, tryGrader, onRun }: TenCasesTableProps) {
  const [outputs, setOutputs] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(cases.map((sample) => [sample.caseId, sample.expectedText])),
  );
  const answers = cases.map(({ caseId }) => ({ caseId, output: outputs[caseId] ?? "" }));
  const { grades, failure, waiting, ask } = useLiveGrades(
    { grader, on: { type: "cases", cases: answers } },
    tryGrader,
    when,
  );
  const isComplete = grades.length === cases.length;
  useEffect(() => {
    if (isComplete) onRun();
  }, [isComplete, onRun]);
  const gradeOf = new Map(grades.map((grade) => [grade.caseId, grade.graded]));
  return (
    <>
      {when === "asked" && (
        <div>
          <Button size="sm" variant="primary" loading={waiting} onClick={ask}>
            Grade these {cases.length} answers
          </Button>
        </div>
      )}
      {failure && <Alert tone="warning">{failure.message}</Alert>}
      <ul aria-busy={waiting} className="flex flex-col">
        {cases.map((sample) => {
          const graded = gradeOf.get(sample.caseId);
          return (
            <li
              key={sample.caseId}
              className="grid gap-x-4 gap-y-2 border-b py-3 last:border-0 md:grid-cols-2"
            >
              <div className="min-w-0">
                <p className="truncate font-medium text-sm">{sample.title}</p>
                <p className="untrusted-text line-clamp-3 text-muted text-xs">
                  {sample.expectedText || "No expected value."}
                </p>
              </div>
              <div className="flex min-w-0 flex-col gap-1.5">
                <Field label={`Answer for ${sample.key}`} hideLabel>
                  <Textarea
                    rows={1}
                    className="max-h-40"
                    value={outputs[sample.caseId] ?? ""}
                    onChange={(event) => setOutputs({ ...outputs, [sample.caseId]: event.target.value })}
                  />
                </Field>
                {graded && (
                  <p className="untrusted-text flex flex-wrap items-baseline gap-2 text-xs">
                    <VerdictBadge graded={graded} />
                    <span className="min-w-0 flex-1 text-muted">{graded.reason}</span>
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
