"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { Dialog } from "#components/ui/overlay/dialog.tsx";
import type { TryGraderInput } from "#lib/graders/trying/try-grader.ts";
import type { TryActions } from "../grader-actions.ts";
import { DatasetChoice } from "./dataset-choice.tsx";
import { TenCasesTable } from "./ten-cases-table.tsx";
import type { TryDataset } from "./try-box.tsx";
import { useSampleCases } from "./use-sample-cases.ts";

export type TenCasesProps = {
  grader: TryGraderInput["grader"];
  when: "typing-pauses" | "asked";
  datasets: readonly TryDataset[];
  actions: TryActions;
  onClose: () => void;
  /** Where the trial comes before saving: offered once the cases have their verdicts. */
  save?: { label: string; run: () => void };
};

/** The grader on the first ten cases of a dataset, each answered with its own expected value until something else is typed. */
export function TenCases({ grader, when, datasets, actions, onClose, save }: TenCasesProps) {
  const [datasetId, setDatasetId] = useState(datasets[0]?.id ?? "");
  const [hasRun, setHasRun] = useState(false);
  const loaded = useSampleCases(actions.listSampleCases, datasetId, null);
  const cases = loaded?.cases.filter((sample) => !sample.isCut) ?? [];
  // A dataset without cases to try holds nobody up.
  const maySave = hasRun || (loaded !== null && cases.length === 0);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="xl"
      title="Try it on ten cases"
      footer={
        save && (
          <>
            <Button variant="ghost" onClick={onClose}>
              Back to the code
            </Button>
            <Button variant="primary" disabled={!maySave} onClick={save.run}>
              {save.label}
            </Button>
          </>
        )
      }
      description="Each answer starts as the expected value itself, which a good grader passes. Change some and watch the verdicts."
    >
      <div className="flex flex-col gap-3">
        <DatasetChoice datasets={datasets} value={datasetId} onValueChange={setDatasetId} />
        {loaded?.error && <Alert tone="danger">{loaded.error}</Alert>}
        {loaded === null && <Skeleton className="h-64" />}
        {loaded !== null && cases.length === 0 && !loaded.error && (
          <p className="text-muted text-sm">This dataset has no cases that are short enough to try here.</p>
        )}
        {cases.length > 0 && (
          <TenCasesTable
            key={datasetId}
            grader={grader}
            when={when}
            cases={cases}
            tryGrader={actions.tryGrader}
            onRun={() => setHasRun(true)}
          />
        )}
      </div>
    </Dialog>
  );
}
