"use client";

import { useState } from "react";
import { LazyFlipPreview } from "#components/runs/flips/lazy-flip-preview.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import type { PreviewRun } from "#lib/runs/control/grading/preview/list-preview-runs.ts";
import type { GraderDraft } from "./grader-draft.ts";

export type DraftPreviewProps = {
  graderId: string;
  draft: GraderDraft;
  /** Finished runs that this grader has judged; at least one. */
  runs: readonly PreviewRun[];
};

/** Which verdicts of a finished run would change with the grader as it is edited. */
export function DraftPreview({ graderId, draft, runs }: DraftPreviewProps) {
  const [chosen, setChosen] = useState("");
  const run = runs.find(({ id }) => id === chosen) ?? runs[0];
  if (run === undefined) return null;
  const { name: _name, ...content } = draft;
  return (
    <Card
      title="Before you save"
      description={`Which verdicts of run ${run.number} of ${run.datasetName} would change. Nothing is stored.`}
    >
      <div className="flex flex-col gap-3">
        {runs.length > 1 && (
          <Field label="On the last run of">
            <NativeSelect value={run.id} onChange={(event) => setChosen(event.target.value)}>
              {runs.map(({ id, number, datasetName }) => (
                <option key={id} value={id}>
                  {datasetName}, run {number}
                </option>
              ))}
            </NativeSelect>
          </Field>
        )}
        <LazyFlipPreview
          key={`${run.id} ${JSON.stringify(content)}`}
          runId={run.id}
          change={{ type: "draft", graderId, content }}
          begins="on-press"
        />
      </div>
    </Card>
  );
}
