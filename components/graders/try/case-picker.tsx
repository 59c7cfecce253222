"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { Dialog } from "#components/ui/overlay/dialog.tsx";
import type { SampleCase } from "#lib/graders/trying/list-sample-cases.ts";
import type { TryActions } from "../grader-actions.ts";
import { DatasetChoice } from "./dataset-choice.tsx";
import type { TryDataset } from "./try-box.tsx";
import { useSampleCases } from "./use-sample-cases.ts";

export type CasePickerProps = {
  datasets: readonly TryDataset[];
  list: TryActions["listSampleCases"];
  onTake: (sample: SampleCase) => void;
  onClose: () => void;
};

/** Fills the try-it box with the input and the expected value of a real case. */
export function CasePicker({ datasets, list, onTake, onClose }: CasePickerProps) {
  const [place, setPlace] = useState({ datasetId: datasets[0]?.id ?? "", cursor: null as string | null });
  const loaded = useSampleCases(list, place.datasetId, place.cursor);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title="Take a case from a dataset"
      description="Its input and expected value go into the boxes; your answer stays."
      footer={
        <>
          {place.cursor !== null && (
            <Button variant="ghost" onClick={() => setPlace({ ...place, cursor: null })}>
              First cases
            </Button>
          )}
          <Button
            disabled={loaded?.nextCursor == null}
            onClick={() => setPlace({ ...place, cursor: loaded?.nextCursor ?? null })}
          >
            Next cases
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <DatasetChoice
          datasets={datasets}
          value={place.datasetId}
          onValueChange={(datasetId) => setPlace({ datasetId, cursor: null })}
        />
        {loaded?.error && <Alert tone="danger">{loaded.error}</Alert>}
        {loaded === null && <Skeleton className="h-40" />}
        {loaded?.cases.length === 0 && !loaded.error && (
          <p className="text-muted text-sm">This dataset has no cases yet.</p>
        )}
        <ul className="flex flex-col">
          {loaded?.cases.map((sample) => (
            <li key={sample.caseId} className="border-b last:border-0">
              <button
                type="button"
                disabled={sample.isCut}
                onClick={() => onTake(sample)}
                className="flex w-full min-w-0 flex-col rounded-md px-2 py-2 text-left hover:bg-hover disabled:opacity-60"
              >
                <span className="w-full truncate text-sm">{sample.title}</span>
                <span className="w-full truncate text-muted text-xs">
                  {sample.isCut ? "Too long to try here." : sample.expectedText || "No expected value."}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
