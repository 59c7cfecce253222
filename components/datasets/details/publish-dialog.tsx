"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Field } from "#components/ui/form/field.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Dialog } from "#components/ui/overlay/dialog.tsx";
import { useAction } from "#components/ui/use-action.ts";
import type { DatasetActions } from "../dataset-actions.ts";
import { changeWords } from "../versions/change-words.ts";

export type PublishDialogProps = {
  dataset: {
    id: string;
    caseCount: number;
    draftChanges: { added: number; changed: number; removed: number };
  };
  nextNumber: number;
  publish: DatasetActions["publish"];
  onPublished?: () => void;
};

export function PublishDialog({ dataset, nextNumber, publish, onPublished }: PublishDialogProps) {
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const { run, pending, failure, setFailure } = useAction(publish);
  const changes = changeWords(dataset.draftChanges);

  function confirm() {
    run({ datasetId: dataset.id, note }, (version) => {
      setOpen(false);
      setNote("");
      toast.success(`Version ${version.number} is published with ${formatCount(version.caseCount)} cases.`);
      onPublished?.();
    });
  }

  return (
    <Dialog
      title={`Publish version ${nextNumber}`}
      description="A published version never changes, so every run on it can be repeated and compared."
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setFailure(null);
      }}
      trigger={
        <Button
          variant="primary"
          disabled={changes === ""}
          title={changes === "" ? "Nothing has changed since the last version." : undefined}
        >
          Publish
        </Button>
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button variant="primary" loading={pending} onClick={confirm}>
            Publish version {nextNumber}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {failure && (
          <Alert tone="danger" live>
            {failure.message}
          </Alert>
        )}
        <p className="text-sm">
          {formatCount(dataset.caseCount)} cases: <span className="text-muted">{changes}</span>
        </p>
        <Field
          label="Note"
          optional
          error={failure?.fields.note}
          hint="Why it changed. Shown with the version and where trends change."
        >
          <Textarea value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
