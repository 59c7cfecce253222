"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { useAction } from "#components/ui/use-action.ts";
import { useShortcuts } from "#components/ui/use-shortcuts.ts";
import type { CaseRevisionDetails } from "#lib/datasets/cases/get-case.ts";
import type { CaseActions } from "../dataset-actions.ts";
import { type CaseDraft, draftOf, readDraft } from "./case-draft.ts";
import { CaseFields } from "./case-fields.tsx";

export type CaseEditorProps = {
  datasetId: string;
  caseKey: string;
  revision: CaseRevisionDetails;
  edit: CaseActions["edit"];
  onSaved: (changed: boolean) => void;
  onCancel: () => void;
  onDirty: (dirty: boolean) => void;
};

export function CaseEditor({
  datasetId,
  caseKey,
  revision,
  edit,
  onSaved,
  onCancel,
  onDirty,
}: CaseEditorProps) {
  const [draft, setDraft] = useState<CaseDraft>(() => draftOf(revision));
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const { run, pending, failure } = useAction(edit);

  function save(event?: FormEvent) {
    event?.preventDefault();
    const read = readDraft(draft);
    setWrong(read.ok ? {} : read.fields);
    if (!read.ok) return;
    run(
      { datasetId, key: caseKey, content: read.content, startedFrom: revision.contentHash },
      ({ changed }) => onSaved(changed),
    );
  }

  useShortcuts(
    [{ keys: "mod+enter", label: "Save the case", run: () => save(), inInputs: true, inDialogs: true }],
    "Case",
  );

  return (
    <form onSubmit={save} className="flex flex-col gap-4">
      {failure && (
        <Alert tone="danger" live>
          {failure.message}
        </Alert>
      )}
      <CaseFields
        draft={draft}
        errors={wrong}
        onChange={(next) => {
          setDraft(next);
          onDirty(true);
        }}
      />
      <div className="sticky bottom-0 -mx-5 -mb-4 flex justify-end gap-2 border-t bg-surface px-5 py-3">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" loading={pending} shortcut="mod+enter">
          Save
        </Button>
      </div>
    </form>
  );
}
