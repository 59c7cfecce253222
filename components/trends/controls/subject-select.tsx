"use client";

import { Field } from "#components/ui/form/field.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { dimensionLabel, sliceValueLabel } from "#lib/scorecards/slice-words.ts";
import type { Trend } from "#lib/trends/get-trend.ts";
import { formatSubject } from "#lib/trends/trend-subject.ts";

export type SubjectSelectProps = { trend: Trend; onChange: (subject: string) => void };

/** What the metric is of: whole runs, one grader or slice, or each of them beside the others. */
export function SubjectSelect({ trend, onChange }: SubjectSelectProps) {
  const { metric, subject, choices } = trend;
  if (metric !== "pass-rate" && metric !== "mean-score") return null;
  const offered = new Set<string>([
    "whole",
    "graders",
    ...choices.graders.map(({ id }) => formatSubject({ kind: "grader", graderId: id })),
    ...(metric === "pass-rate" ? choices.slices.flatMap(sliceSubjects) : []),
  ]);
  return (
    <Field label="Of" className="w-full sm:w-60">
      <NativeSelect value={subject} onChange={(event) => onChange(event.target.value)}>
        {metric === "pass-rate" && <option value="whole">Whole runs</option>}
        {!offered.has(subject) && <option value={subject}>{subject}</option>}
        <optgroup label="Graders">
          <option value="graders">Each grader, of one model</option>
          {choices.graders.map(({ id, name }) => (
            <option key={id} value={formatSubject({ kind: "grader", graderId: id })}>
              {name}
            </option>
          ))}
        </optgroup>
        {metric === "pass-rate" &&
          choices.slices.map(({ dimension, values }) => (
            <optgroup key={dimension} label={dimensionLabel(dimension)}>
              <option value={formatSubject({ kind: "slices", dimension })}>
                Each {dimensionLabel(dimension).toLowerCase()}, of one model
              </option>
              {values.map((value) => (
                <option key={value} value={formatSubject({ kind: "slice", dimension, value })}>
                  {sliceValueLabel({ dimension, value })}
                </option>
              ))}
            </optgroup>
          ))}
      </NativeSelect>
    </Field>
  );
}

function sliceSubjects({ dimension, values }: Trend["choices"]["slices"][number]): string[] {
  return [
    formatSubject({ kind: "slices", dimension }),
    ...values.map((value) => formatSubject({ kind: "slice", dimension, value })),
  ];
}
