"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { Sheet } from "#components/ui/overlay/sheet.tsx";
import { useAction } from "#components/ui/use-action.ts";
import { caseKeySchema } from "#lib/datasets/cases/case-content.ts";
import type { CaseActions } from "../dataset-actions.ts";
import { emptyDraft, readDraft } from "./case-draft.ts";
import { CaseFields } from "./case-fields.tsx";

export type NewCaseSheetProps = {
  datasetId: string;
  add: CaseActions["add"];
  onClose: () => void;
  onAdded: () => void;
};

export function NewCaseSheet({ datasetId, add, onClose, onAdded }: NewCaseSheetProps) {
  const formId = useId();
  const [key, setKey] = useState("");
  const [draft, setDraft] = useState(emptyDraft);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const { run, pending, failure } = useAction(add);

  function submit(event: FormEvent) {
    event.preventDefault();
    const named = caseKeySchema.safeParse(key);
    const read = readDraft(draft);
    setWrong({
      ...(read.ok ? {} : read.fields),
      ...(named.success ? {} : { key: named.error.issues[0]?.message ?? "This key cannot be used." }),
    });
    if (!named.success || !read.ok) return;
    run({ datasetId, key: named.data, content: read.content }, (added) => {
      toast.success(`"${added.key}" is added.`);
      onAdded();
      onClose();
    });
  }

  return (
    <Sheet
      title="Add a case"
      size="lg"
      open
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={pending}>
            Add case
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        {failure && !failure.fields.key && (
          <Alert tone="danger" live>
            {failure.message}
          </Alert>
        )}
        <Field
          label="Key"
          required
          error={wrong.key ?? failure?.fields.key}
          hint="Names the case for life: runs are compared by it. It cannot be changed later."
        >
          <Input
            mono
            value={key}
            maxLength={200}
            onChange={(event) => setKey(event.target.value)}
            autoFocus
          />
        </Field>
        <CaseFields draft={draft} onChange={setDraft} errors={wrong} />
      </form>
    </Sheet>
  );
}
