"use client";

import { type FormEvent, useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import { Dialog } from "#components/ui/overlay/dialog.tsx";
import { useAction } from "#components/ui/use-action.ts";
import type { DatasetActions } from "../dataset-actions.ts";

export type DatasetDetailsDialogProps = {
  dataset: { id: string; name: string; description: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
  update: DatasetActions["update"];
};

export function DatasetDetailsDialog({ dataset, open, onOpenChange, update }: DatasetDetailsDialogProps) {
  const formId = useId();
  const { run, pending, failure, setFailure } = useAction(update);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const details = { name: String(form.get("name")), description: String(form.get("description")) };
    run({ datasetId: dataset.id, ...details }, () => {
      onOpenChange(false);
      toast.success("Saved.");
    });
  }

  return (
    <Dialog
      title="Rename and describe"
      open={open}
      onOpenChange={(next) => {
        setFailure(null);
        onOpenChange(next);
      }}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={pending}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        {failure && Object.keys(failure.fields).length === 0 && (
          <Alert tone="danger" live>
            {failure.message}
          </Alert>
        )}
        <Field label="Name" required error={failure?.fields.name}>
          <Input name="name" defaultValue={dataset.name} maxLength={120} autoComplete="off" />
        </Field>
        <Field label="Description" optional error={failure?.fields.description}>
          <Textarea name="description" defaultValue={dataset.description} maxLength={4000} />
        </Field>
      </form>
    </Dialog>
  );
}
